package vn.tiendo.reporting.consolidation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.test.TestClock;

/// A subordinate that does not exist any more when its superior adds up.
@QuarkusTest
class EndedUnitTest {

    private static final LocalDate TODAY = ConsolidationScene.MORNING.toLocalDate();

    private final ConsolidationScene scene = new ConsolidationScene();

    @Inject
    ReachRepository organisations;

    @BeforeEach
    void it_is_before_the_last_day() {
        TestClock.setTo(ConsolidationScene.MORNING);
    }

    @AfterEach
    void back_to_today() {
        TestClock.setBack();
    }

    private void ends(KnownOrganisation ward, LocalDate lastDay) {
        var ended = new KnownOrganisation(
                ward.id(),
                ward.code(),
                ward.name(),
                ward.kind(),
                scene.town.id(),
                ward.path(),
                LocalDate.of(2000, 1, 1),
                lastDay);
        QuarkusTransaction.requiringNew().run(() -> organisations.put(ended));
    }

    @Test
    void what_it_had_accepted_still_counts_and_it_is_said_to_have_ended() {
        scene.accepted(scene.wards.getFirst(), "một", "{\"code\":\"study_sessions\",\"value\":2}");
        var town = scene.ofTheTown();
        ends(scene.wards.getFirst(), TODAY.minusDays(1));
        scene.consolidate(town).then().statusCode(200).body("included", is(1)).body("missing", is(0));
        scene.get(scene.townOfficer, town, "/units")
                .then()
                .statusCode(200)
                .body("items.ended", contains(true))
                .body("items.included", contains(true))
                .body("items.organisationName", contains(scene.wards.getFirst().name()));
    }

    @Test
    void a_gap_of_one_that_has_ended_is_told_from_others_and_one_that_ends_later_has_not() {
        scene.expected(scene.wards.get(0));
        var town = scene.ofTheTown();
        ends(scene.wards.get(0), TODAY.minusDays(1));
        scene.consolidate(town).then().statusCode(200).body("missing", is(1));
        scene.get(scene.townOfficer, town, "/units?included=false")
                .then()
                .body("items.ended", contains(true))
                .body("items.status", contains("EXPECTED"));
        ends(scene.wards.get(0), TODAY);
        scene.get(scene.townOfficer, town, "/units?included=false").then().body("items.ended", contains(false));
    }
}
