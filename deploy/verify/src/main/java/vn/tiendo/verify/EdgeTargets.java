package vn.tiendo.verify;

import java.util.HashSet;
import java.util.List;

/// What a policy of the edge is attached to. Of two that name one target only the older is obeyed.
final class EdgeTargets {
    private EdgeTargets() {}

    static void check(Overlay overlay, String policyKind, List<Finding> findings) {
        var seen = new HashSet<String>();
        overlay.of(policyKind)
                .forEach(policy -> policy.items("/spec/targetRefs").forEach(target -> {
                    var kind = Manifest.text(target, "/kind");
                    var name = Manifest.text(target, "/name");
                    if (overlay.find(kind, name).isEmpty()) {
                        findings.add(Finding.of("edge-target-exists", policy, "no " + kind + "/" + name));
                    }
                    if (!seen.add(kind + "/" + name)) {
                        findings.add(Finding.of("edge-target-once", policy, "a second one for " + kind + "/" + name));
                    }
                }));
    }

    static boolean names(Manifest policy, String kind, String name) {
        return policy.items("/spec/targetRefs")
                .anyMatch(target ->
                        kind.equals(Manifest.text(target, "/kind")) && name.equals(Manifest.text(target, "/name")));
    }
}
