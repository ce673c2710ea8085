package vn.tiendo.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.hibernate.Session;
import vn.tiendo.kit.leader.LeaderTask;

/// Forgets answers that nobody repeats any more: after sixty days of real time, longer than any
/// period of submission.
@ApplicationScoped
public class IdempotencyCleaning implements LeaderTask {

    private static final int BATCH = 1_000;

    @Inject
    Session session;

    @Override
    public String name() {
        return "idempotency-cleaning";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean pass() {
        var deleted =
                session.createNativeMutationQuery("""
                        delete from idempotency_key where (actor, key) in
                          (select actor, key from idempotency_key
                            where created_at < now() - interval '60 days' limit ?1)""").setParameter(1, BATCH).executeUpdate();
        return deleted == BATCH;
    }
}
