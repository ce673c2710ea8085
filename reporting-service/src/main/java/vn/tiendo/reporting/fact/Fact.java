package vn.tiendo.reporting.fact;

import java.util.List;
import java.util.UUID;

/// The state of one thing of another service, and what it adds to the measures.
public sealed interface Fact permits ActivityFact, NominationFact, RegistrationsFact {

    UUID id();

    UUID organisationId();

    FactSource source();

    /// @return nothing when it counts no more
    List<FactPart> parts();
}
