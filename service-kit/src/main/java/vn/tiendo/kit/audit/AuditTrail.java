package vn.tiendo.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.correlation.Correlation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Uuid7;

/// Appends who did what, in the transaction of the deed: without its record no change is stored.
///
/// Records are never changed; the database refuses it. [AuditSealer] chains them afterwards, so that writers
/// do not wait for one another. Facts only: texts of registrations and names of persons do not belong here.
@ApplicationScoped
public class AuditTrail {

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /// One change of one thing.
    ///
    /// @param post the post that allowed it, null when the actor acted on its own things
    /// @param action the command in kebab-case, such as `adopt-plan`
    /// @param before state before the change, null when the thing is new
    /// @param after state after it
    public record Deed(
            @Nullable HeldPost post,
            String action,
            String subjectType,
            UUID subject,
            @Nullable Object before,
            @Nullable Object after) {}

    /// Records one [Deed]; its parameters are the same.
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            Actor actor,
            @Nullable HeldPost post,
            String action,
            String subjectType,
            UUID subject,
            @Nullable Object before,
            @Nullable Object after) {
        recordAll(actor, List.of(new Deed(post, action, subjectType, subject, before, after)));
    }

    /// Records many deeds of one actor in one batch, each with a row of its own.
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(Actor actor, List<Deed> deeds) {
        session.flush();
        var correlation = Correlation.current();
        var address = remoteAddress();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into audit_record (id, actor, post_id, action, subject_type, subject_id, state_before,
                      state_after, correlation_id, remote_address, happened_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (var deed : deeds) {
                    insert.setObject(1, Uuid7.next());
                    insert.setString(2, actor.id());
                    insert.setObject(3, deed.post == null ? null : deed.post.id());
                    insert.setString(4, deed.action);
                    insert.setString(5, deed.subjectType);
                    insert.setObject(6, deed.subject);
                    insert.setString(7, write(deed.before));
                    insert.setString(8, write(deed.after));
                    insert.setString(9, correlation);
                    insert.setString(10, address);
                    insert.setObject(11, now);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private static @Nullable String remoteAddress() {
        var request = Arc.container().instance(HttpServerRequest.class);
        try {
            if (!request.isAvailable() || request.get() == null) {
                return null;
            }
            var address = request.get().remoteAddress();
            return address == null ? null : address.hostAddress();
        } catch (RuntimeException outsideOfARequest) {
            return null;
        }
    }

    private @Nullable String write(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("An audit record cannot be written as JSON", defect);
        }
    }
}
