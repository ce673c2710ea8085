package vn.tiendo.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.reach.ReachEvents;
import vn.tiendo.kit.workingcalendar.WorkingCalendarEvents;

/// Counts how often each plan took effect.
@ApplicationScoped
public class SamplePlans implements EventHandler {

    @Inject
    EntityManager entities;

    private record PlanState(UUID id, String title) {}

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        var plan = event.as(PlanState.class);
        if (plan.title.equals("poison")) {
            throw new IllegalStateException("cannot be handled");
        }
        entities.createNativeQuery("""
                        insert into seen_plan (id, title, times) values (?1, ?2, 1)
                        on conflict (id) do update set title = excluded.title, times = seen_plan.times + 1""")
                .setParameter(1, plan.id)
                .setParameter(2, plan.title)
                .executeUpdate();
    }

    @ApplicationScoped
    static class Organisations extends ReachEvents.Organisations {}

    @ApplicationScoped
    static class Posts extends ReachEvents.Posts {}

    @ApplicationScoped
    static class Calendar extends WorkingCalendarEvents {}
}
