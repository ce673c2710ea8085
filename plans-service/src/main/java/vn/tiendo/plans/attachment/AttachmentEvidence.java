package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.assignment.Evidence;
import vn.tiendo.plans.assignment.EvidenceSource;
import vn.tiendo.plans.plan.PlanGate;

/// Lets a mark by hand point to files of plans that the actor may read.
@ApplicationScoped
class AttachmentEvidence implements EvidenceSource {

    @Inject
    AttachmentRepository attachments;

    @Inject
    PlanGate plans;

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.DOCUMENT;
    }

    @Override
    public Set<UUID> seenBy(Actor actor, Collection<UUID> ids) {
        var readable = new HashMap<UUID, Boolean>();
        return attachments.list("id in ?1", ids).stream()
                .filter(attachment -> readable.computeIfAbsent(attachment.planId(), plan -> sees(plan, actor)))
                .map(Attachment::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean sees(UUID plan, Actor actor) {
        try {
            return plans.seenBy(plan, actor).id().equals(plan);
        } catch (DomainProblem outOfSight) {
            return false;
        }
    }
}
