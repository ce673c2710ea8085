package vn.tiendo.registrations.member;

import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.Scene.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// A unit that somebody has left sees what was, and writes no more about the person; the unit where it belongs does.
@QuarkusTest
class FormerUnitTest {

    private static final Map<String, ?> CONSENT =
            Map.of("purpose", "PHONE_MESSAGES", "agreed", true, "textNumber", 1, "evidence", "Hồ sơ 12");

    private final Scene scene = new Scene();
    private final KnownOrganisation former = scene.aCell();
    private final KnownOrganisation present = scene.aCell();
    private final String before = scene.aSecretaryOf(former);
    private final String now = scene.aSecretaryOf(present);
    private Person member;
    private String path;

    @BeforeEach
    void a_member_has_moved() {
        member = scene.aMember(former);
        path = "members/" + member.id();
        command(scene.officer, path + "/transfers", transfer(former, present, "2026-03-01"))
                .then()
                .statusCode(200);
    }

    @Test
    void both_read() {
        for (var secretary : List.of(before, now)) {
            get(secretary, path).then().statusCode(200);
            get(secretary, path + "/history").then().statusCode(200);
            get(secretary, path + "/consents").then().statusCode(200);
        }
    }

    @Test
    void contact_name_and_standing_are_the_present_units_to_write() {
        var standing = Map.of("status", "RETIRED", "from", "2026-04-01");
        refused(contact(before), 403, "role-required");
        refused(corrected(before), 403, "role-required");
        refused(command(before, path + "/standings", standing), 403, "role-required");
        contact(now).then().statusCode(200);
        corrected(now).then().statusCode(200).body("name", is("Nguyễn Văn Ân"));
        command(now, path + "/standings", standing).then().statusCode(200);
    }

    @Test
    void nor_does_the_former_unit_call_somebody_back_or_end_a_pair() {
        var namesake = Map.of("memberId", scene.aMember(former).id());
        refused(command(before, path + "/merges", namesake), 403, "role-required");
        var pair = get(before, "members/duplicates").<String>path("items[0].id");
        refused(command(before, "members/duplicates/" + pair + "/dismissal", null), 403, "role-required");
        refused(
                as(before)
                        .header("If-Match", "*")
                        .body(Scene.memberJson("Nguyễn Văn An", "ACTIVE", member.subject(), null, former)
                                .replace(
                                        "}]}",
                                        "},{\"organisationId\":\"" + present.id() + "\",\"from\":\"2026-03-01\"}]}"))
                        .put("/api/v1/" + path),
                403,
                "role-required");
        command(scene.officer, path + "/merges", namesake).then().statusCode(200);
    }

    @Test
    void consents_and_requests_on_paper_are_the_present_units_to_enter() {
        var request =
                Map.of("kind", "CORRECTION", "memberId", member.id(), "correction", Map.of("name", "Nguyễn Văn Ân"));
        refused(create(before, path + "/consents", CONSENT), 403, "role-required");
        refused(create(before, "data-subject-requests", request), 403, "role-required");
        create(now, path + "/consents", CONSENT).then().statusCode(201);
        refused(command(before, path + "/consents/PHONE_MESSAGES/withdrawal", null, null), 403, "role-required");
        var filed = made(create(now, "data-subject-requests", request));
        get(now, "data-subject-requests/" + filed)
                .then()
                .body("organisationId", is(present.id().toString()));
    }

    @Test
    void who_belongs_nowhere_any_more_is_the_last_units_to_write_about() {
        Scene.execute(
                "update membership set valid_to = ?2 where member_id = ?1 and organisation_id = ?3",
                member.id(),
                Days.dayOf(Instant.now()).minusDays(1),
                present.id());
        refused(contact(before), 403, "role-required");
        contact(now).then().statusCode(200);
    }

    private Response contact(String token) {
        return as(token).header("If-Match", "*").body("{\"language\":\"en\"}").put("/api/v1/" + path + "/contact");
    }

    /// The memberships stay as they are.
    private Response corrected(String token) {
        var memberships = """
            [{"organisationId":"%s","from":"2026-03-01"},{"organisationId":"%s","from":"2020-01-01","to":"2026-02-28"}]\
            """.formatted(present.id(), former.id());
        return as(token)
                .header("If-Match", "*")
                .body(Scene.memberJson("Nguyễn Văn Ân", "ACTIVE", member.subject(), null)
                        .replace("\"memberships\":[]", "\"memberships\":" + memberships))
                .put("/api/v1/" + path);
    }

    private static Map<String, ?> transfer(KnownOrganisation from, KnownOrganisation to, String day) {
        return Map.of("fromOrganisationId", from.id(), "toOrganisationId", to.id(), "from", day);
    }
}
