package vn.tiendo.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import vn.tiendo.kit.leader.LeaderTask;

/// Counts the dead letters that wait for an operator, and forgets those that need no one any more: replayed thirty days
/// ago, or overtaken by a state that is no older of the same aggregate (so an erasure reaches them too).
@ApplicationScoped
public class DeadLetterKeeping implements LeaderTask {

    @Inject
    Session session;

    @Inject
    MeterRegistry meters;

    private final AtomicLong waiting = new AtomicLong();

    void register(@Observes StartupEvent event) {
        meters.gauge("tiendo.dead.letters.waiting", waiting);
    }

    @Override
    public String name() {
        return "dead-letter-keeping";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean pass() {
        session.createNativeMutationQuery("""
                        delete from dead_letter d
                         where replayed_at < now() - interval '30 days'
                            or exists (select 1 from inbox i
                                        where i.topic = d.topic and i.aggregateid = d.record_key
                                          and (i.epoch, i.sequence) >= (
                                            cast(substring(d.headers from 'ce_epoch=([0-9]{1,9})\n') as integer),
                                            cast(substring(d.headers from 'ce_sequence=([0-9]{1,18})\n') as bigint)))""").executeUpdate();
        waiting.set(session.createNativeQuery("select count(*) from dead_letter where replayed_at is null", Long.class)
                .getSingleResult());
        return false;
    }
}
