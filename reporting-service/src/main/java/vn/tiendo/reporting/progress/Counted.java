package vn.tiendo.reporting.progress;

import java.util.List;
import java.util.UUID;

/// A thing of which progress keeps count, in the state that its owner has told last.
public sealed interface Counted permits CountedAssignment, CountedRegistrations, CountedReport {

    UUID id();

    UUID organisationId();

    List<Part> parts();
}
