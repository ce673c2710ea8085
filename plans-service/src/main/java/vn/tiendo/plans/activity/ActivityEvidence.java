package vn.tiendo.plans.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.assignment.Evidence;
import vn.tiendo.plans.assignment.EvidenceSource;

/// Lets a mark by hand point to activities.
@ApplicationScoped
class ActivityEvidence implements EvidenceSource {

    @Inject
    ActivityRepository activities;

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.ACTIVITY;
    }

    @Override
    public Set<UUID> seenBy(Actor actor, Collection<UUID> ids) {
        return activities.among(ids, ActivityService.readable(actor));
    }
}
