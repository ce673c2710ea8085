package vn.tiendo.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.reach.ReachEvents;
import vn.tiendo.kit.workingcalendar.WorkingCalendarEvents;

/// Keeps plans with the names of all states that took effect, and fails on those called `poison` until it is mended.
@ApplicationScoped
public class SamplePlans implements EventHandler {

    @Inject
    EntityManager entities;

    private final Set<UUID> mended = ConcurrentHashMap.newKeySet();

    private record PlanState(UUID id, String title) {}

    @Override
    public String topic() {
        return "plans.plan.v1";
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.deleted()) {
            entities.createNativeQuery("delete from seen_plan where id = ?1")
                    .setParameter(1, UUID.fromString(event.key()))
                    .executeUpdate();
            return;
        }
        var plan = event.as(PlanState.class);
        entities.createNativeQuery("""
                        insert into seen_plan (id, title, times, states) values (?1, ?2, 1, ?2)
                        on conflict (id) do update set title = excluded.title, times = seen_plan.times + 1,
                          states = seen_plan.states || ' ' || excluded.title""")
                .setParameter(1, plan.id)
                .setParameter(2, plan.title)
                .executeUpdate();
        if (plan.title.equals("poison") && !mended.contains(plan.id)) {
            throw new IllegalStateException("cannot be handled: a secret of Nguyễn Văn A");
        }
    }

    public void mend(UUID plan) {
        mended.add(plan);
    }

    /// A second one on the same topic.
    @ApplicationScoped
    public static class Watch implements EventHandler {
        private final AtomicLong seen = new AtomicLong();

        @Override
        public String topic() {
            return "plans.plan.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            seen.incrementAndGet();
        }

        public long seen() {
            return seen.get();
        }
    }

    @ApplicationScoped
    static class Organisations extends ReachEvents.Organisations {}

    @ApplicationScoped
    static class Posts extends ReachEvents.Posts {}

    @ApplicationScoped
    static class Calendar extends WorkingCalendarEvents {}
}
