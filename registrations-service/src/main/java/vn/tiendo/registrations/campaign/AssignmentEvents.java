package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.registrations.campaign.CampaignUnitRepository.Owed;

/// Keeps which organisations owe a campaign; [CampaignUnits] ties them to it, so either may arrive first.
@ApplicationScoped
class AssignmentEvents implements EventHandler {

    @Inject
    CampaignUnitRepository units;

    private record AssignmentState(
            UUID id,
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            @Nullable String opens,
            @Nullable String occurrence,
            @Nullable LocalDate opensOn,
            @Nullable Instant dueAt,
            @Nullable Instant waivedAt,
            @Nullable Instant closedAt,
            @Nullable UUID transferredToAssignmentId,
            @Nullable UUID transferredFromAssignmentId) {}

    @Override
    public String topic() {
        return "plans.assignment.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var assignment = event.as(AssignmentState.class);
        if (!"CAMPAIGN".equals(assignment.opens)) {
            return;
        }
        units.put(new Owed(
                assignment.id,
                assignment.planId,
                assignment.obligationId,
                assignment.occurrence == null ? "" : assignment.occurrence,
                assignment.organisationId,
                assignment.opensOn,
                assignment.dueAt,
                closedAt(assignment),
                waivedAt(assignment),
                assignment.transferredToAssignmentId,
                assignment.transferredFromAssignmentId));
    }

    /// A transferred unit completes its roster before it passes it on, so it is not closed for this service.
    private static @Nullable Instant closedAt(AssignmentState assignment) {
        if (assignment.waivedAt != null) {
            return assignment.waivedAt;
        }
        return assignment.transferredToAssignmentId == null ? assignment.closedAt : null;
    }

    /// What was still open when its plan was closed ended at the same instant, which waives nothing: only a superior
    /// does, before. A recall is told by the plan itself.
    private static @Nullable Instant waivedAt(AssignmentState assignment) {
        var waived = assignment.waivedAt;
        return waived == null || waived.equals(assignment.closedAt) ? null : waived;
    }
}
