package vn.tiendo.plans.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.kit.intake.Uploads.ORGANISATIONS;
import static vn.tiendo.kit.intake.Uploads.completed;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.kit.intake.Uploads.upload;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.aProvince;
import static vn.tiendo.plans.PlansWorld.get;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.plans.PlansWorld.Unit;

/// A whole province in one file: each row once whatever is killed meanwhile, in a number of round trips that batches,
/// not rows, decide.
@QuarkusTest
class ImportProvinceTest {

    private static final int ROWS = 5_000;
    private static final int BATCHES = 11; // ten of five hundred, and the look that finds none left
    private static final int ROUND_TRIPS_PER_BATCH = 60;

    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private Unit province;
    private String administrator;
    private String p;

    @BeforeEach
    void grow() {
        province = aProvince();
        administrator = aHolder("ADMINISTRATOR", province.id());
        p = "P" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    @Test
    void a_connection_that_is_cut_again_and_again_loses_nothing_and_repeats_nothing() {
        var sent = upload(administrator, ORGANISATIONS, file(3_000));
        sent.then().statusCode(202);
        var path = ORGANISATIONS + "/" + sent.path("id");
        long cuts = 0;
        while (get(administrator, path).path("completedAt") == null && cuts < 6) {
            cuts += cut();
        }
        assertThat(cuts).isPositive();
        var done = completed(administrator, path);
        assertThat(done.getString("status")).isEqualTo("COMPLETED");
        assertThat(done.getInt("accepted")).isEqualTo(3_000);
        assertThat(made()).isEqualTo(3_000);
        assertThat(TestDatabase.count("select count(*) from reach_organisation where code like ? || '%'", p))
                .isEqualTo(3_000);
        assertThat(TestDatabase.count("""
                        select count(*) from organisation_period p join organisation o on o.id = p.organisation_id
                         where o.code like ? || '%'""", p)).isEqualTo(3_000);
        assertThat(TestDatabase.count("""
                        select count(*) from audit_record a join organisation o on o.id = a.subject_id
                         where o.code like ? || '%' and a.action = 'create-organisation'""", p)).isEqualTo(3_000);
    }

    @Test
    void five_thousand_rows_are_taken_in_few_round_trips() {
        var file = file(ROWS);
        var dry = imported(administrator, ORGANISATIONS + "?dryRun=true", file);
        assertThat(dry.getInt("accepted")).isEqualTo(ROWS);
        assertThat(made()).isZero();
        var sent = new RoundTrips();
        driver.setUseParentHandlers(false);
        driver.addHandler(sent);
        driver.setLevel(Level.ALL);
        long started = System.nanoTime();
        try {
            var done = imported(administrator, ORGANISATIONS, file);
            assertThat(done.getInt("accepted")).isEqualTo(ROWS);
        } finally {
            driver.setLevel(null);
            driver.removeHandler(sent);
            driver.setUseParentHandlers(true);
        }
        System.out.printf(
                "%d rows: %d round trips, %d ms with the driver's log%n",
                ROWS, sent.count(), (System.nanoTime() - started) / 1_000_000);
        assertThat(made()).isEqualTo(ROWS);
        assertThat(sent.count()).isLessThan((long) BATCHES * ROUND_TRIPS_PER_BATCH);
        started = System.nanoTime();
        var again = imported(administrator, ORGANISATIONS, file);
        assertThat(again.getInt("unchanged")).isEqualTo(ROWS);
        System.out.printf("%d unchanged rows: %d ms%n", ROWS, (System.nanoTime() - started) / 1_000_000);
    }

    @Test
    void five_thousand_rows_in_seconds() {
        long started = System.nanoTime();
        imported(administrator, ORGANISATIONS, file(ROWS));
        System.out.printf("%d rows: %d ms%n", ROWS, (System.nanoTime() - started) / 1_000_000);
        assertThat(System.nanoTime() - started).isLessThan(TimeUnit.SECONDS.toNanos(30));
    }

    /// Ends whatever connection writes outcomes of rows just now, as a kill would.
    private static int cut() {
        return TestDatabase.ask("""
                        select pg_terminate_backend(pid)::text from pg_stat_activity
                         where pid <> pg_backend_pid() and xact_start is not null and
                          (query like '%into organisation%' or query like '%into outbox%'
                           or query like '%into audit_record%' or query like '%update table_import%')""").size();
    }

    private long made() {
        return TestDatabase.count("select count(*) from organisation where code like ? || '%'", p);
    }

    /// Districts of ten, communes of ten, cells below, in no order.
    private String file(int rows) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            var parent = i < 10 ? province.code() : p + (i - 10) / 10;
            lines.add("%s%d,%s,PARTY,%s,Tổ chức số %d,2010-01-01,\n"
                    .formatted(p, i, parent, i < 10 ? "DISTRICT_COMMITTEE" : "CELL", i));
        }
        Collections.shuffle(lines, new Random(rows));
        return "code,parentCode,hierarchy,kind,name,validFrom,validTo\n" + String.join("", lines);
    }

    /// Counts what the driver waits for on the thread that takes rows in.
    private static final class RoundTrips extends Handler {
        private final List<String> syncs = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            if (Thread.currentThread().getName().equals("background-table-importing")
                    && entry.getMessage().contains("FE=> S")) {
                syncs.add(entry.getMessage());
            }
        }

        long count() {
            return syncs.size();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
