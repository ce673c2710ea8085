package vn.tiendo.reporting.progress;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A thing of which progress keeps count, in the state that its owner has told last.
public sealed interface Counted permits CountedAssignment, CountedRegistrations, CountedReport {

    UUID id();

    UUID organisationId();

    /// @param path of its organisation, null when that is not known yet
    List<Part> parts(@Nullable String path);
}
