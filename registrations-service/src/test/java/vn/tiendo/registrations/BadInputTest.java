package vn.tiendo.registrations;

import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.kit.web.Cursor;

/// What no client of ours sends is refused by name all the same, and is nobody's defect.
@QuarkusTest
class BadInputTest {

    private static final String BEYOND = "+9999999-01-01";
    private static final String FROM_ANOTHER_LIST = new Cursor("", Uuid7.next()).encode();

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);

    @Test
    void a_cursor_of_a_list_that_is_ordered_otherwise() {
        var member = scene.aMember(cell);
        var auditor = Tokens.of(TestTree.aHolderOf(Role.AUDITOR, scene.committee));
        var at = "cursor=" + FROM_ANOTHER_LIST;
        refused(get(member.token(), "members/me/consents/history?" + at), 400, "invalid-cursor");
        refused(get(auditor, "members/" + member.id() + "/accesses?" + at), 400, "invalid-cursor");
        refused(get(scene.officer, "members?updatedSince=2026-01-01T00:00:00Z&" + at), 400, "invalid-cursor");
        refused(get(scene.officer, "members/duplicates?" + at), 400, "invalid-cursor");
    }

    @Test
    void a_day_that_no_calendar_of_the_database_has() {
        var registration = registrationOf(scene.aMember(cell), scene.open(cell));
        var decision = Map.of(
                "registrationId",
                registration,
                "ground",
                "ILLNESS",
                "decisionNumber",
                "05-QĐ/CB",
                "decidedOn",
                "2024-01-05",
                "reviewOn",
                BEYOND);
        refused(create(secretary, "exemptions", decision), 400, "malformed-request");
        refused(get(secretary, "exemptions?reviewBefore=" + BEYOND.replace("+", "%2B")), 400, "malformed-request");
    }
}
