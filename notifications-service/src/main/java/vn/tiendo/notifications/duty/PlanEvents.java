package vn.tiendo.notifications.duty;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.time.Uuid7;

/// Keeps what reminders and previews quote from a plan, its number and the words of its deadlines, and that it was
/// recalled.
@ApplicationScoped
public class PlanEvents implements EventHandler {

    @Inject
    EntityManager entities;

    private record PlanState(
            UUID id,
            @Nullable String number,
            @Nullable String symbol,
            String title,
            @Nullable Instant recalledAt,
            @Nullable List<ObligationState> obligations) {}

    private record ObligationState(
            UUID id, @Nullable String subject, @Nullable DeadlineState deadline) {}

    private record DeadlineState(
            @Nullable String type,
            @Nullable String raw,
            @Nullable JsonNode reading) {

        @Nullable
        String readingText() {
            if (reading == null || reading.isNull()) {
                return null;
            }
            return reading.isTextual() ? reading.textValue() : reading.toString();
        }
    }

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var plan = event.as(PlanState.class);
        entities.createNativeQuery("""
                        insert into known_plan (id, number, symbol, title) values (?1, ?2, ?3, ?4)
                        on conflict (id) do update set number = excluded.number, symbol = excluded.symbol,
                          title = excluded.title""")
                .setParameter(1, plan.id)
                .setParameter(2, plan.number)
                .setParameter(3, plan.symbol)
                .setParameter(4, plan.title)
                .executeUpdate();
        if (plan.recalledAt != null) {
            recall(plan.id, plan.recalledAt);
        }
        if (plan.obligations != null) {
            plan.obligations.forEach(obligation -> put(plan.id, obligation));
        }
    }

    /// What follows from it is done piece by piece, once, however often this is heard.
    private void recall(UUID plan, Instant recalledAt) {
        entities.createNativeQuery("""
                        insert into plan_recall (plan_id, id, recalled_at) values (?1, ?2, ?3)
                        on conflict (plan_id) do nothing""")
                .setParameter(1, plan)
                .setParameter(2, Uuid7.next())
                .setParameter(3, recalledAt)
                .executeUpdate();
    }

    private void put(UUID plan, ObligationState obligation) {
        var deadline = obligation.deadline;
        entities.createNativeQuery("""
                        insert into known_obligation (id, plan_id, subject, deadline_type, deadline_phrase,
                          deadline_reading) values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (id) do update set plan_id = excluded.plan_id, subject = excluded.subject,
                          deadline_type = excluded.deadline_type, deadline_phrase = excluded.deadline_phrase,
                          deadline_reading = excluded.deadline_reading""")
                .setParameter(1, obligation.id)
                .setParameter(2, plan)
                .setParameter(3, obligation.subject)
                .setParameter(4, deadline == null ? null : deadline.type)
                .setParameter(5, deadline == null ? null : deadline.raw)
                .setParameter(6, deadline == null ? null : deadline.readingText())
                .executeUpdate();
    }
}
