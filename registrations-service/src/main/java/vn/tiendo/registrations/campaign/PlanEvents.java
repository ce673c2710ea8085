package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;

/// Announces a campaign for each obligation to register of an issued plan, lets it pass to the obligation that takes
/// the place of its own, and closes campaigns with their plan.
@ApplicationScoped
class PlanEvents implements EventHandler {

    private static final String REGISTRATION = "INDIVIDUAL_REGISTRATION";

    @Inject
    CampaignService campaigns;

    private record PlanState(
            UUID id,
            UUID organisationId,
            String title,
            String status,
            @Nullable UUID amends,
            @Nullable List<ObligationState> obligations) {}

    private record ObligationState(
            UUID id,
            String kind,
            @Nullable String form,
            @Nullable List<String> exempt,
            @Nullable UUID replaces) {}

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var plan = event.as(PlanState.class);
        switch (plan.status) {
            case "ISSUED" -> {
                for (var obligation : plan.obligations == null ? List.<ObligationState>of() : plan.obligations) {
                    if (obligation.kind.equals(REGISTRATION)) {
                        campaigns.announce(new Campaign.Origin(
                                plan.id,
                                obligation.id,
                                plan.organisationId,
                                obligation.form,
                                plan.title,
                                ExemptWords.statuses(obligation.exempt == null ? List.of() : obligation.exempt),
                                obligation.replaces));
                    }
                }
                if (plan.amends != null) {
                    // what the amendment has taken over no longer belongs to the amended plan
                    campaigns.withdrawAllOf(plan.amends);
                }
            }
            case "CLOSED" -> campaigns.closeAllOf(plan.id);
            case "RECALLED" -> campaigns.withdrawAllOf(plan.id);
            default -> {}
        }
    }
}
