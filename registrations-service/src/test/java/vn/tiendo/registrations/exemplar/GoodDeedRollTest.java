package vn.tiendo.registrations.exemplar;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class GoodDeedRollTest {

    private static final Map<String, ?> FOUND = Map.of("examination", "Đã xác minh tại tổ dân phố");

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);
    private final String leader = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_LEADER, scene.committee));

    @BeforeEach
    void in_2024() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 6, 9, 0));
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void a_deed_is_proposed_examined_recognised_and_recorded_under_the_next_number_of_the_year() {
        recorded(1, "2024");
        recorded(2, "2024");
        TestClock.setTo(LocalDateTime.of(2025, 1, 5, 9, 0));
        recorded(1, "2025");
        get(secretary, "good-deeds?rollYear=2024&organisation=" + cell.id())
                .then()
                .body("items.rollNumber", contains(1, 2));
    }

    private void recorded(int number, String year) {
        var id = made(propose(scene.aMember(cell).id()));
        command(scene.officer, path(id, "examination"), FOUND).then().statusCode(200);
        command(leader, path(id, "recognition"), null).then().statusCode(200);
        command(secretary, path(id, "recording"), null)
                .then()
                .statusCode(200)
                .body("status", is("RECORDED"))
                .body("rollNumber", is(number))
                .body("rollYear", is(Integer.parseInt(year)));
    }

    @Test
    void _409_for_every_step_out_of_turn() {
        var id = made(propose(scene.aMember(cell).id()));
        refused(command(leader, path(id, "recognition"), null), 409, "wrong-good-deed-status");
        refused(command(secretary, path(id, "recording"), null), 409, "wrong-good-deed-status");
        command(scene.officer, path(id, "examination"), FOUND).then().statusCode(200);
        refused(command(scene.officer, path(id, "examination"), FOUND), 409, "wrong-good-deed-status");
        refused(command(secretary, path(id, "recording"), null), 409, "wrong-good-deed-status");
        command(leader, path(id, "recognition"), null).then().statusCode(200);
        refused(command(leader, path(id, "rejection"), Map.of("reason", "x")), 409, "wrong-good-deed-status");
        var rejected = made(propose(scene.aMember(cell).id()));
        command(leader, path(rejected, "rejection"), Map.of("reason", "Chưa tiêu biểu"))
                .then()
                .statusCode(200)
                .body("status", is("REJECTED"));
    }

    @Test
    void nobody_examines_the_own_proposal_or_the_own_deed() {
        var id = made(propose(scene.aMember(cell).id()));
        refused(command(secretary, path(id, "examination"), FOUND), 403, "proposer-cannot-examine");
        var doer = scene.aMember(cell);
        TestTree.give(doer.subject(), Role.COMMITTEE_OFFICER, scene.committee);
        var own = made(propose(doer.id()));
        refused(command(doer.token(), path(own, "examination"), FOUND), 403, "own-good-deed");
        var ofCell = made(create(secretary, "good-deeds", deed(null, cell.id(), "2024-05-01")));
        var head = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, scene.committee);
        TestTree.give(head, Role.CELL_SECRETARY, cell);
        refused(command(Tokens.of(head), path(ofCell, "examination"), FOUND), 403, "own-good-deed");
        command(scene.officer, path(ofCell, "examination"), FOUND).then().statusCode(200);
    }

    @Test
    void _422_without_one_doer_of_the_unit_or_for_a_day_to_come() {
        refused(create(secretary, "good-deeds", deed(null, null, "2024-05-01")), 422, "doer-unclear");
        var member = scene.aMember(cell).id();
        refused(create(secretary, "good-deeds", deed(member, cell.id(), "2024-05-01")), 422, "doer-unclear");
        refused(propose(scene.aMember(scene.aCell()).id()), 422, "doer-not-in-unit");
        refused(create(secretary, "good-deeds", deed(member, null, "2024-05-07")), 422, "deed-in-the-future");
        create(
                        secretary,
                        "good-deeds",
                        deed(null, cell.id(), LocalDate.of(2024, 5, 6).toString()))
                .then()
                .statusCode(201);
    }

    @Test
    void _404_out_of_reach_403_without_the_role_and_428() {
        var id = made(propose(scene.aMember(cell).id()));
        var sibling = scene.aSecretaryOf(scene.aCell());
        refused(get(sibling, "good-deeds/" + id), 404, "good-deed-not-found");
        refused(command(sibling, path(id, "examination"), FOUND), 404, "good-deed-not-found");
        get(sibling, "good-deeds").then().body("items.id", not(hasItem(id)));
        refused(command(secretary, path(id, "recognition"), null), 403, "role-required");
        command(scene.officer, path(id, "examination"), null, FOUND).then().statusCode(428);
    }

    private io.restassured.response.Response propose(UUID member) {
        return create(secretary, "good-deeds", deed(member, null, "2024-05-01"));
    }

    private Map<String, Object> deed(@Nullable UUID member, @Nullable UUID organisation, String day) {
        var body = new HashMap<String, Object>(
                Map.of("organisationId", cell.id(), "deed", "Trả lại của rơi", "doneOn", day));
        if (member != null) {
            body.put("memberId", member);
        }
        if (organisation != null) {
            body.put("doerOrganisationId", organisation);
        }
        return body;
    }

    private static String path(String id, String command) {
        return "good-deeds/" + id + "/" + command;
    }
}
