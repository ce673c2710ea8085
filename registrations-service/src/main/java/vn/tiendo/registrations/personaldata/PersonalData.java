package vn.tiendo.registrations.personaldata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberSubjects;
import vn.tiendo.registrations.member.MemberSubjects.Subject;
import vn.tiendo.registrations.personaldata.RequestApi.AccessView;

/// Hands a person everything that is held on it, and tells an auditor who saw it.
@ApplicationScoped
class PersonalData {

    private static final int SECONDS = 120;

    @Inject
    MemberSubjects members;

    @Inject
    PersonalTables tables;

    @Inject
    PersonalRows rows;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    Subject self() {
        return members.self(currentActor.get());
    }

    /// One snapshot of all tables, written as it is read.
    void export(Subject subject, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> {
            session.createNativeMutationQuery("set transaction isolation level repeatable read, read only")
                    .executeUpdate();
            try (var writer = json.getFactory().createGenerator(out)) {
                writer.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                writer.writeStartObject();
                writer.writeStringField("memberId", subject.id().toString());
                writer.writeStringField("exportedAt", clock.instant().toString());
                for (var table : tables.all()) {
                    writer.writeFieldName(PersonalRows.camelCase(table.name()));
                    rows.write(table, subject.ids(), writer);
                }
                writer.writeEndObject();
            } catch (IOException gone) { // whoever asked has hung up
                throw new UncheckedIOException(gone);
            }
        });
    }

    /// Who read or changed something of a person within a time, but for the person itself, the oldest first.
    ///
    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired for who is no auditor where the person belongs (403)
    @Transactional
    Page<AccessView> accesses(UUID id, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        var actor = currentActor.get();
        var subject = members.inReach(id, actor);
        var post = subject.paths().stream()
                .flatMap(path -> actor.postFor(path, Role.AUDITOR).stream())
                .findFirst()
                .orElseGet(() -> actor.require(subject.path(), Role.AUDITOR));
        var found = Page.of(
                look(subject, from, to, page),
                page,
                access -> new Cursor(access.at().toString(), access.id()));
        audit.record(actor, post, "read-accesses", "member", id, null, null);
        return found;
    }

    private List<AccessView> look(Subject subject, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        var about = tables.all().stream()
                .filter(PersonalTable::hasId)
                .map(PersonalTable::selectIds)
                .collect(Collectors.joining(" union all "));
        var after = page.after();
        return session.doReturningWork(connection -> {
            try (var select = connection.prepareStatement("""
                select id, happened_at, actor, post_id, action, subject_type, subject_id, remote_address,
                       correlation_id
                  from audit_record
                 where subject_id in (%s) and actor <> ? and happened_at >= ? and happened_at < ?
                   and (happened_at, id) > (?, ?) order by happened_at, id limit ?\
                """.formatted(about))) {
                int at = 1;
                var ids = connection.createArrayOf("uuid", subject.ids().toArray());
                for (var table : tables.all()) {
                    if (table.hasId()) {
                        select.setArray(at++, ids);
                    }
                }
                select.setString(at++, subject.actor());
                select.setObject(at++, moment(from, Instant.EPOCH));
                select.setObject(at++, moment(to, Instant.parse("9999-01-01T00:00:00Z")));
                select.setObject(at++, moment(after.map(Cursor::moment).orElse(Instant.EPOCH), Instant.EPOCH));
                select.setObject(at++, after.map(Cursor::id).orElse(new UUID(0, 0)));
                select.setInt(at, page.lookFor());
                var accesses = new ArrayList<AccessView>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        accesses.add(new AccessView(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, UUID.class),
                                row.getString(8),
                                row.getString(9)));
                    }
                }
                return accesses;
            }
        });
    }

    private static OffsetDateTime moment(@Nullable Instant moment, Instant otherwise) {
        return (moment == null ? otherwise : moment).atOffset(ZoneOffset.UTC);
    }
}
