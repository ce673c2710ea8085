package vn.tiendo.registrations.member;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.execute;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Whoever corrects a restricted record does not see all of it, and takes nothing away by not repeating it.
@QuarkusTest
class CorrectRestrictedTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);
    private Person member;

    @BeforeEach
    void the_record_is_restricted_with_contacts_in_it() {
        member = scene.aMember(cell);
        contact(member.token(), Map.of("email", "an@example.org", "phone", "0912 345 678"))
                .then()
                .statusCode(200);
        execute("update member set restricted_at = now() where id = ?1", member.id());
    }

    @Test
    void contacts_and_account_stay_when_the_secretary_sends_back_what_it_was_shown() {
        Map<String, Object> shown = as(secretary)
                .get(path())
                .then()
                .body("email", nullValue())
                .extract()
                .path("");
        shown.put("birthDate", "1986-05-12");
        shown.put("memberships", List.of(Map.of("organisationId", cell.id(), "from", "2019-01-01")));
        List.of("id", "cardKnown", "nationalIdKnown", "restricted", "updatedAt", "version")
                .forEach(shown::remove);
        as(secretary)
                .header("If-Match", "*")
                .body(shown)
                .put(path())
                .then()
                .statusCode(200)
                .body("email", nullValue());
        as(member.token())
                .get("/api/v1/members/me")
                .then()
                .statusCode(200)
                .body("email", is("an@example.org"))
                .body("phone", is("0912 345 678"))
                .body("memberships", hasSize(1))
                .body("memberships[0].from", is("2019-01-01"));
    }

    @Test
    void one_contact_point_is_changed_without_the_other_and_only_the_person_takes_one_away() {
        contact(secretary, Map.of("phone", "0987 654 321")).then().statusCode(200);
        as(member.token())
                .get("/api/v1/members/me")
                .then()
                .body("email", is("an@example.org"))
                .body("phone", is("0987 654 321"));
        contact(member.token(), Map.of("email", "an@example.org"))
                .then()
                .statusCode(200)
                .body("phone", nullValue());
    }

    private Response contact(String token, Map<String, String> points) {
        return as(token).header("If-Match", "*").body(points).put(path() + "/contact");
    }

    private String path() {
        return "/api/v1/members/" + member.id();
    }
}
