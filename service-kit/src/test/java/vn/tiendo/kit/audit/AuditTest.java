package vn.tiendo.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;

@QuarkusTest
class AuditTest {

    private static final Actor SOMEBODY = new Actor("https://identity.test/tiendo", "somebody", List.of());

    @Inject
    AuditTrail audit;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditCheck check;

    @Inject
    Session session;

    private HeldTask held;

    @BeforeEach
    void holdTheSealerOfTheService() {
        held = HeldTask.named("audit-sealer");
        sealAll();
    }

    @AfterEach
    void letItGo() {
        held.close();
        TestDatabase.ask("""
                update audit_checking set ended_on = '2000-01-01', checked = 0, found = 0, broken = 0
                returning 'forgotten'""");
    }

    @Test
    void a_record_says_who_did_what_to_what_and_how_it_was_before_and_after() {
        var subject = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        audit.record(SOMEBODY, null, "adopt-plan", "plan", subject, null, Map.of("status", "ADOPTED")));
        assertThat(TestDatabase.ask(
                        "select actor || ' ' || action || ' ' || subject_type || ' ' || state_after || ' ' || (state_before is null)"
                                + " from audit_record where subject_id = ?",
                        subject))
                .containsExactly("https://identity.test/tiendo#somebody adopt-plan plan {\"status\":\"ADOPTED\"} true");
    }

    @Test
    void where_from_is_told_by_the_edge() {
        var organisation = TestTree.aRoot();
        var id = RestAssured.given()
                .auth()
                .oauth2(Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation)))
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{\"organisationId\":\"%s\",\"label\":\"x\"}".formatted(organisation.id()))
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(TestDatabase.ask(
                        "select remote_address from audit_record where subject_id = ?", UUID.fromString(id)))
                .containsExactly("203.0.113.7");
    }

    @Test
    void the_chain_is_looked_at_once_a_night_by_whichever_replica_and_all_of_them_tell() {
        var looks = new ArrayList<Long>();
        var chain = new AuditCheck() {
            @Override
            public List<Long> brokenSegments(long after, long last) {
                looks.add(after);
                return List.of(last);
            }

            @Override
            public long lastSegment() {
                return 3_000;
            }
        };
        var meters = new SimpleMeterRegistry();
        var otherMeters = new SimpleMeterRegistry();
        var one = checking(chain, meters);
        var other = checking(chain, otherMeters);
        at("2030-01-02T01:59", one);
        at("2030-01-02T02:01", one);
        looks.clear();

        at("2030-01-03T01:59", one, other);
        assertThat(looks).isEmpty();
        at("2030-01-03T02:01", one, other);
        assertThat(looks).containsExactly(0L, 2_000L);
        at("2030-01-03T02:11", other, one);
        assertThat(looks).hasSize(2);
        assertThat(broken(meters)).isEqualTo(2);
        assertThat(broken(otherMeters)).isEqualTo(2);
    }

    @Test
    void a_sound_chain_has_no_broken_segments() {
        commit(UUID.randomUUID());
        sealAll();
        var meters = new SimpleMeterRegistry();
        at("2031-01-03T02:01", checking(check, meters));
        assertThat(broken(meters)).isZero();
        assertThat(check.lastSegment()).isPositive();
        assertThat(check.brokenSegments(check.lastSegment() - 1, check.lastSegment()))
                .isEmpty();
    }

    private AuditChecking checking(AuditCheck chain, MeterRegistry meters) {
        var checking = new AuditChecking();
        checking.check = chain;
        checking.session = session;
        checking.measure(meters);
        return checking;
    }

    /// One pass of each, and further ones as long as there is more.
    private static void at(String local, AuditChecking... replicas) {
        for (var replica : replicas) {
            replica.clock =
                    Clock.fixed(LocalDateTime.parse(local).atZone(Days.ZONE).toInstant(), Days.ZONE);
            while (QuarkusTransaction.requiringNew().call(replica::pass)) {
                // some segments per pass
            }
        }
    }

    private static double broken(MeterRegistry meters) {
        return meters.get("tiendo.audit.broken.segments").gauge().value();
    }

    @Test
    void many_deeds_are_one_batch_and_each_has_its_row() {
        var subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        QuarkusTransaction.requiringNew()
                .run(() -> audit.recordAll(
                        SOMEBODY,
                        subjects.stream()
                                .map(subject -> new AuditTrail.Deed(null, "import", "thing", subject, null, subject))
                                .toList()));
        for (var subject : subjects) {
            assertThat(TestDatabase.ask(
                            "select state_after from audit_record where subject_id = ? and action = 'import'", subject))
                    .containsExactly("\"" + subject + "\"");
        }
    }

    @Test
    void without_its_record_there_is_no_change_and_without_the_change_no_record() {
        var subject = UUID.randomUUID();
        QuarkusTransaction.begin();
        record(subject);
        QuarkusTransaction.rollback();
        assertThat(TestDatabase.count("select count(*) from audit_record where subject_id = ?", subject))
                .isZero();
        assertThatThrownBy(() -> record(subject)).isInstanceOf(TransactionalException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set actor = 'x'",
                "delete from audit_record",
                "truncate audit_record",
                "update audit_segment set records = 0",
                "delete from audit_segment",
                "truncate audit_segment"
            })
    void the_service_itself_can_change_nothing_that_is_written(String sql) throws SQLException {
        commit(UUID.randomUUID());
        sealAll();
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
        }
    }

    @Test
    void only_ended_transactions_are_sealed_also_when_a_later_one_has_ended_before_an_earlier() {
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            record(early); // has the lower transaction id and is still open
            commit(late);
            QuarkusTransaction.requiringNew().call(sealer::pass);
            assertThat(isSealed(late)).isFalse();
        });
        sealAll();
        assertThat(isSealed(early)).isTrue();
        assertThat(isSealed(late)).isTrue();
        assertThat(check.brokenSegments()).isEmpty();
    }

    @Test
    void nothing_new_makes_no_segment() {
        var segments = TestDatabase.count("select count(*) from audit_segment");
        QuarkusTransaction.requiringNew().call(sealer::pass);
        assertThat(TestDatabase.count("select count(*) from audit_segment")).isEqualTo(segments);
    }

    @Test
    void an_edited_record_is_found() {
        detected("update audit_record set state_after = '{}' where subject_id = '%1$s'");
    }

    @Test
    void a_changed_actor_or_time_is_found() {
        detected("update audit_record set actor = 'somebody else' where subject_id = '%1$s'");
        detected("update audit_record set happened_at = happened_at + interval '1 second' where subject_id = '%1$s'");
    }

    @Test
    void a_deleted_record_is_found() {
        detected("delete from audit_record where subject_id = '%1$s'");
    }

    @Test
    void an_inserted_record_is_found() {
        detected("insert into audit_record (id, xid, actor, action, subject_type, subject_id, happened_at)"
                + " select gen_random_uuid(), xid, 'x', 'x', 'x', subject_id, happened_at"
                + " from audit_record where subject_id = '%1$s'");
    }

    @Test
    void two_swapped_records_are_found() {
        detected("update audit_record set subject_id = case subject_id when '%1$s'::uuid then '%2$s'::uuid"
                + " else '%1$s'::uuid end where subject_id in ('%1$s', '%2$s')");
    }

    @Test
    void a_segment_taken_out_of_the_middle_is_found() {
        detected("delete from audit_segment where number = (select max(number) - 1 from audit_segment)");
    }

    @Test
    void a_tail_cut_off_is_found_by_the_hash_that_was_logged_and_by_nothing_else() throws SQLException {
        commit(UUID.randomUUID());
        sealAll();
        var newest = TestDatabase.count("select max(number) from audit_segment");
        var logged = TestDatabase.ask("select encode(hash, 'hex') from audit_segment where number = ?", newest)
                .getFirst();
        assertThat(check.holds(newest, logged)).isTrue();
        tampered(
                "delete from audit_record where xid >= (select from_xid from audit_segment where number = %d);"
                                .formatted(newest)
                        + "delete from audit_segment where number = %d".formatted(newest),
                () -> {
                    assertThat(check.brokenSegments()).isEmpty();
                    assertThat(check.holds(newest, logged)).isFalse();
                });
        assertThat(check.holds(newest, logged)).isTrue();
    }

    @Test
    void a_chain_rewritten_with_recomputed_hashes_is_found_by_the_hash_that_was_logged() throws SQLException {
        var subject = UUID.randomUUID();
        commit(subject);
        sealAll();
        var newest = TestDatabase.count("select max(number) from audit_segment");
        var logged = TestDatabase.ask("select encode(hash, 'hex') from audit_segment where number = ?", newest)
                .getFirst();
        tampered("""
                update audit_record set state_after = '{}' where subject_id = '%1$s';
                update audit_segment s set hash = sha256(
                  coalesce((select p.hash from audit_segment p where p.number = s.number - 1), ''::bytea)
                  || (select sha256(string_agg(audit_digest(r), ''::bytea order by r.id)) from audit_record r
                       where r.xid >= s.from_xid and r.xid < s.to_xid))
                 where number = %2$d""".formatted(subject, newest), () -> {
            assertThat(check.brokenSegments()).isEmpty();
            assertThat(check.holds(newest, logged)).isFalse();
        });
    }

    /// Two sealed records in segments of their own, the change made past the triggers, and undone afterwards.
    private void detected(String change) {
        try {
            var one = UUID.randomUUID();
            var other = UUID.randomUUID();
            commit(one);
            sealAll();
            commit(other);
            sealAll();
            assertThat(check.brokenSegments()).isEmpty();
            tampered(
                    change.formatted(one, other),
                    () -> assertThat(check.brokenSegments()).isNotEmpty());
            assertThat(check.brokenSegments()).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tampered(String change, Runnable then) throws SQLException {
        try (var superuser = TestDatabase.connectAsSuperuser()) {
            run(superuser, "set session_replication_role = replica"); // no trigger fires
            run(superuser, "create temp table records as select * from audit_record");
            run(superuser, "create temp table segments as select * from audit_segment");
            run(superuser, change);
            try {
                then.run();
            } finally {
                run(superuser, "truncate audit_record, audit_segment");
                run(superuser, "insert into audit_record select * from records");
                run(superuser, "insert into audit_segment select * from segments");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void commit(UUID subject) {
        QuarkusTransaction.requiringNew().run(() -> record(subject));
    }

    private void record(UUID subject) {
        audit.record(SOMEBODY, null, "test", "thing", subject, null, Map.of("answer", 42));
    }

    /// Other transactions of this database may be under way, so it can take another pass.
    private void sealAll() {
        await().until(() -> {
            QuarkusTransaction.requiringNew().call(sealer::pass);
            return TestDatabase.count(
                            "select count(*) from audit_record where xid >= coalesce((select max(to_xid) from audit_segment), 0)")
                    == 0;
        });
    }

    private static boolean isSealed(UUID subject) {
        return TestDatabase.count(
                        "select count(*) from audit_record r join audit_segment s on r.xid >= s.from_xid and r.xid < s.to_xid"
                                + " where r.subject_id = ?",
                        subject)
                == 1;
    }
}
