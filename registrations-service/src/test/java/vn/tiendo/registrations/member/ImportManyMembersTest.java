package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.member.MemberFiles.completed;
import static vn.tiendo.registrations.member.MemberFiles.imported;
import static vn.tiendo.registrations.member.MemberFiles.upload;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.registrations.Scene;

/// A district in one file: each row once whatever is killed meanwhile, in a number of round trips that batches, not
/// rows, decide.
@QuarkusTest
class ImportManyMembersTest {

    private static final int ROWS = 5_000;
    private static final int BATCHES = 11; // ten of five hundred, and the look that finds none left
    private static final int ROUND_TRIPS_PER_BATCH = 60;

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Scene scene = new Scene();
    private final List<KnownOrganisation> cells =
            Stream.generate(scene::aCell).limit(20).toList();
    private final long first =
            100_000_000_000L + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 800_000_000_000L);

    @Test
    void a_connection_that_is_cut_again_and_again_loses_nothing_and_repeats_nothing() {
        String id = upload(scene.administrator, "", file(3_000))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        long cuts = 0;
        while (as(scene.administrator).get(MemberRows.PATH + "/" + id).path("completedAt") == null && cuts < 6) {
            cuts += cut();
        }
        assertThat(cuts).isPositive();
        var done = completed(scene.administrator, id);
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(done.getInt("accepted")).isEqualTo(3_000);
        assertThat(made("")).isEqualTo(3_000);
        assertThat(made("select count(*) from member_standing t where t.member_id in "))
                .isEqualTo(3_000);
        assertThat(made("select count(*) from audit_record t where t.action = 'add-member' and t.subject_id in "))
                .isEqualTo(3_000);
    }

    @Test
    void five_thousand_rows_are_taken_in_few_round_trips() {
        var file = file(ROWS);
        var dry = imported(scene.administrator, "?dryRun=true", file);
        assertThat(dry.getInt("accepted")).isEqualTo(ROWS);
        assertThat(made("")).isZero();
        var sent = new RoundTrips();
        driver.setUseParentHandlers(false);
        driver.addHandler(sent);
        driver.setLevel(Level.ALL);
        long started = System.nanoTime();
        try {
            assertThat(imported(scene.administrator, "", file).getInt("accepted"))
                    .isEqualTo(ROWS);
        } finally {
            driver.setLevel(null);
            driver.removeHandler(sent);
            driver.setUseParentHandlers(true);
        }
        System.out.printf(
                "%d rows of members: %d round trips, %d ms with the driver's log%n",
                ROWS, sent.syncs.size(), (System.nanoTime() - started) / 1_000_000);
        assertThat(made("")).isEqualTo(ROWS);
        assertThat(sent.syncs.size()).isBetween(BATCHES, BATCHES * ROUND_TRIPS_PER_BATCH);
        started = System.nanoTime();
        assertThat(imported(scene.administrator, "", file).getInt("unchanged")).isEqualTo(ROWS);
        System.out.printf("%d unchanged members: %d ms%n", ROWS, (System.nanoTime() - started) / 1_000_000);
    }

    /// Ends whatever connection writes outcomes of rows just now, as a kill would.
    private static int cut() {
        return TestDatabase.ask("""
            select pg_terminate_backend(pid)::text from pg_stat_activity
             where pid <> pg_backend_pid() and xact_start is not null and
              (query like '%into member%' or query like '%into outbox%' or query like '%unnest%'
               or query like '%into audit_record%' or query like '%update table_import%')\
            """).size();
    }

    private long made(String of) {
        var ids = "(select m.id from member m join membership s on s.member_id = m.id where s.organisation_path like ?"
                + " || '%')";
        return TestDatabase.count(
                of.isEmpty() ? "select count(*) from " + ids + " x" : of + ids, scene.committee.path());
    }

    private String file(int rows) {
        return "name,birthDate,category,status,organisationCode,from,nationalId,email,phone\n"
                + IntStream.range(0, rows)
                        .mapToObj(i ->
                                "Nguyễn Thị Số %d,%d-%02d-%02d,PARTY_MEMBER,ACTIVE,%s,2020-01-01,%d,m%d@example.org,0912345678\n"
                                        .formatted(
                                                i,
                                                1950 + i % 50,
                                                1 + i % 12,
                                                1 + i % 28,
                                                cells.get(i % cells.size()).code(),
                                                first + i,
                                                i))
                        .collect(Collectors.joining());
    }

    /// Counts what the driver waits for on the thread that takes rows in.
    private static final class RoundTrips extends Handler {
        private final List<String> syncs = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            if (Thread.currentThread().getName().equals("background-table-importing")
                    && entry.getMessage().contains("FE=> S")) {
                syncs.add("sync");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
