package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;

/// A decision that was judged and not committed yet: nothing slips in that it would have been judged by.
@QuarkusTest
class RatingRaceTest extends AtYearsEnd {

    private static final Duration SOON = Duration.ofSeconds(20);

    /// What two acts come to when the second begins after the first has judged, and before it has written the rating.
    ///
    /// @param waited whether the second waited for the first
    private record Answers(Response first, Response second, boolean waited) {}

    private static Answers race(String rating, Supplier<Response> deciding, Supplier<Response> meanwhile)
            throws Exception {
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var holder = CompletableFuture.runAsync(() -> hold(rating, held, release), threads);
            await(held);
            var first = CompletableFuture.supplyAsync(deciding, threads);
            waiting("locktype in ('transactionid', 'tuple')", first);
            var second = CompletableFuture.supplyAsync(meanwhile, threads);
            waiting("locktype = 'advisory'", second);
            var waited = !second.isDone();
            release.countDown();
            holder.get(20, TimeUnit.SECONDS);
            return new Answers(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS), waited);
        } finally {
            release.countDown();
        }
    }

    private static void hold(String rating, CountDownLatch held, CountDownLatch release) {
        QuarkusTransaction.requiringNew().run(() -> {
            var unused = Arc.container()
                    .instance(EntityManager.class)
                    .get()
                    .createNativeQuery("select 1 from rating where id = ?1 for update")
                    .setParameter(1, UUID.fromString(rating))
                    .getSingleResult();
            held.countDown();
            await(release);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Until an act waits for such a lock, or is through without.
    private static void waiting(String lock, CompletableFuture<Response> act) {
        org.awaitility.Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        act.isDone() || Scene.count("select count(*) from pg_locks where not granted and " + lock) > 0);
    }

    @Test
    void none_is_opened_below_while_the_superior_is_being_decided() throws Exception {
        var cells = at.group(at.unit, "COLLECTIVE");
        var unit = at.opened(at.group(at.scene.committee, "COLLECTIVE"), at.unit, null, false);
        at.stepped(unit, at.clerk, at.scene.officer, 80, "GOOD");
        var answers = race(unit, () -> decide(at.superior, unit, "GOOD"), () -> at.open(cells, at.cell, null, false));
        ok(answers.first());
        refused(answers.second(), 409, "superior-already-decided");
    }

    @Test
    void no_cap_is_raised_while_the_collective_is_being_decided_anew() throws Exception {
        var collectives = at.group(at.unit, "COLLECTIVE");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposedCell(collectives, TestTree.aChildOf(at.unit), 75, "GOOD"), "GOOD");
        }
        var ofCell = at.proposedCell(collectives, at.cell, 93, "OUTSTANDING");
        grades.put(ofCell, "OUTSTANDING");
        ok(at.decideAll(at.leader, collectives, grades));
        var group = at.group(at.cell, "INDIVIDUAL");
        var answers = race(
                ofCell,
                () -> command(
                        at.leader, "ratings/" + ofCell + "/decision", Map.of("grade", "GOOD", "reason", "Xem lại")),
                () -> command(at.leader, "ratings/groups/" + group + "/raised-cap", Map.of("decision", "QĐ 15")));
        ok(answers.first());
        refused(answers.second(), 409, "organisation-not-outstanding");
        at.groupNow(group).then().body("percent", is(20));
    }

    @Test
    void decisions_of_a_year_do_not_wait_for_one_another() throws Exception {
        at.rateCell();
        var first = at.proposed(at.group(at.cell, "INDIVIDUAL"), at.scene.aMember(at.cell), 80, "GOOD");
        var second = at.proposed(at.group(at.cell, "INDIVIDUAL"), at.scene.aMember(at.cell), 80, "GOOD");
        var answers = race(first, () -> decide(at.leader, first, "GOOD"), () -> decide(at.leader, second, "GOOD"));
        assertThat(answers.waited()).isFalse();
        ok(answers.first());
        ok(answers.second());
    }
}
