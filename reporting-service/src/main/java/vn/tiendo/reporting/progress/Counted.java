package vn.tiendo.reporting.progress;

import java.util.Optional;
import java.util.UUID;

/// A thing of which progress keeps count, in the state that its owner has told last.
public sealed interface Counted permits CountedAssignment, CountedRegistration, CountedReport {

    UUID id();

    UUID organisationId();

    /// @return nothing when it counts nowhere
    Optional<Part> part();
}
