package vn.tiendo.plans.assignment;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;

/// Whoever keeps a kind of evidence says which of it an actor may point to; made a bean by the package that keeps it.
public interface EvidenceSource {

    Evidence.Kind kind();

    /// Those of the ids that exist within the actor's sight.
    Set<UUID> seenBy(Actor actor, Collection<UUID> ids);
}
