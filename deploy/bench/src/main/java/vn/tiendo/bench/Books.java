package vn.tiendo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// What the system wrote down, beside what the clients were told.
final class Books {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final double QUIET_CORES = 0.25;

    private final RunningSystem system;
    private final Api api;
    private final Scene.Prepared scene;

    Books(RunningSystem system, Api api, Scene.Prepared scene) {
        this.system = system;
        this.api = api;
        this.scene = scene;
    }

    /// @param lost acknowledged, but not submitted in the database
    /// @param surplus submitted in the database, but never acknowledged nor in doubt
    /// @param audited registrations without exactly one audit record of their submission
    /// @param sums by how many the folded sums and those of reporting differ from the rows
    record Difference(int lost, int surplus, int audited, long sums) {
        boolean isNone() {
            return lost == 0 && surplus == 0 && audited == 0 && sums == 0;
        }
    }

    /// Waits until every event has left and reporting shows all that the database holds.
    ///
    /// @return the seconds it took; infinite when it never was so
    double drained() {
        long began = System.nanoTime();
        try (var registrations = system.database("registrations")) {
            long submitted = submitted(registrations);
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                if (number(registrations, "select count(*) from outbox") == 0
                        && number(registrations, "select count(*) from unit_delta") == 0
                        && progress() == submitted) return (System.nanoTime() - began) / 1e9;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return Double.POSITIVE_INFINITY;
        } catch (SQLException e) {
            throw new BenchFailure("The books cannot be read.", e);
        }
    }

    /// Waits until no part has anything left to do.
    ///
    /// @return whether that was ever so
    boolean quiet() {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var before = Cpu.now(system);
            LockSupport.parkNanos(WINDOW.toNanos());
            if (Cpu.now(system).since(before).system() / WINDOW.toSeconds() < QUIET_CORES) return true;
        }
        return false;
    }

    /// The next run finds the server as the others did, with no checkpoint due soon.
    void checkpoint() {
        try (var postgres = system.database("postgres");
                var statement = postgres.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new BenchFailure("No checkpoint.", e);
        }
    }

    Difference difference(UUID campaign, Set<UUID> acknowledged, Set<UUID> unknown) {
        try (var registrations = system.database("registrations")) {
            var stored = ids(
                    registrations,
                    "select id from registration where campaign_id = ? and status = 'SUBMITTED'",
                    campaign);
            var audited = ids(registrations, """
                    select r.id from registration r where r.campaign_id = ? and r.status = 'SUBMITTED'
                       and (select count(*) from audit_record a
                             where a.subject_id = r.id and a.action = 'submit-registration') <> 1""", campaign);
            var lost = new HashSet<>(acknowledged);
            lost.removeAll(stored);
            var surplus = new HashSet<>(stored);
            surplus.removeAll(acknowledged);
            surplus.removeAll(unknown);
            long sums = Math.abs(summary(campaign) - stored.size()) + Math.abs(progress() - submitted(registrations));
            return new Difference(lost.size(), surplus.size(), audited.size(), sums);
        } catch (SQLException e) {
            throw new BenchFailure("The books cannot be read.", e);
        }
    }

    private long summary(UUID campaign) {
        return api.get(scene.officer(), "/campaigns/" + campaign + "/summary?organisation=" + scene.town())
                .body()
                .path("submitted")
                .asLong();
    }

    /// Of all campaigns of the plan.
    private long progress() {
        return api.get(scene.officer(), "/progress?plan=" + scene.plan() + "&organisation=" + scene.town())
                .body()
                .path("registrations")
                .path("submitted")
                .asLong();
    }

    private long submitted(Connection registrations) throws SQLException {
        return number(
                registrations,
                "select count(*) from registration where status = 'SUBMITTED' and plan_id = '" + scene.plan() + "'");
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Set<UUID> ids(Connection connection, String query, UUID campaign) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setObject(1, campaign);
            var ids = new HashSet<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
