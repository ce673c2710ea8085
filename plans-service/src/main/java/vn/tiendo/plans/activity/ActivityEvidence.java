package vn.tiendo.plans.activity;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

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
        return activities.among(
                ids, actor.reach(CELL_SECRETARY, COMMITTEE_OFFICER, COMMITTEE_LEADER, INSPECTOR, AUDITOR));
    }
}
