package vn.tiendo.registrations.member;

import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.Scene.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// A secretary is a member of its cell too: of its own record it writes no more than anybody may.
@QuarkusTest
class OwnRecordTest {

    private static final Map<String, ?> RETIRED = Map.of("status", "RETIRED", "from", "2026-01-01");

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private Person secretary;
    private String path;

    @BeforeEach
    void a_secretary_is_a_member() {
        secretary = scene.aMember(cell);
        TestTree.give(secretary.subject(), Role.CELL_SECRETARY, cell);
        path = "members/" + secretary.id();
    }

    @Test
    void nobody_changes_what_it_is_itself() {
        refused(command(secretary.token(), path + "/standings", RETIRED), 403, "own-standing");
        refused(corrected("Nguyễn Văn An", "RETIRED", secretary.subject()), 403, "own-standing");
        get(secretary.token(), "members/me").then().body("status", is("ACTIVE"));
        command(scene.officer, path + "/standings", RETIRED)
                .then()
                .statusCode(200)
                .body("status", is("RETIRED"));
    }

    @Test
    void nor_the_account_by_which_it_is_known_to_be_itself() {
        refused(corrected("Nguyễn Văn An", "ACTIVE", secretary.subject() + "-2"), 403, "own-account");
        corrected("Nguyễn Văn Ân", "ACTIVE", secretary.subject()).then().statusCode(200);
    }

    @Test
    void nor_does_it_become_another_by_a_merge() {
        var without = Scene.memberJson("Nguyễn Văn An", "RETIRED", "none", null, cell)
                .replaceAll("\"identityIssuer\".*\"identitySubject\":\"none\",", "");
        var other = made(Scene.addMember(secretary.token(), without));
        var merges = "members/" + other + "/merges";
        refused(command(secretary.token(), merges, Map.of("memberId", secretary.id())), 403, "own-standing");
        command(scene.officer, merges, Map.of("memberId", secretary.id()))
                .then()
                .statusCode(200);
    }

    private Response corrected(String name, String status, String account) {
        return as(secretary.token())
                .header("If-Match", "*")
                .body(Scene.memberJson(name, status, account, null, cell))
                .put("/api/v1/" + path);
    }
}
