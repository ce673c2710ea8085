package vn.tiendo.verify;

import java.util.List;

/// A family of rules. Each says everything that it finds, so that one run shows all.
@FunctionalInterface
public interface Check {
    List<Finding> check(Overlay overlay);
}
