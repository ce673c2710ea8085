package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.personaldata.Persons.REQUESTS;
import static vn.tiendo.registrations.personaldata.Persons.anAuditorOf;
import static vn.tiendo.registrations.personaldata.Persons.command;
import static vn.tiendo.registrations.personaldata.Persons.filed;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Requests;
import vn.tiendo.registrations.Scene;

/// What a person is given, and who saw it.
@QuarkusTest
class ExportDataTest {

    private static final String OWN = "/api/v1/members/me/personal-data";

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();

    @Test
    void a_person_downloads_all_that_is_held_on_it_and_nothing_of_others() {
        var member = scene.aMember(cell);
        var other = scene.aMember(cell);
        var campaign = scene.open(cell);
        var registration = registrationOf(member, campaign);
        Scene.submit(member.token(), registration, Scene.etagOf(member.token(), registration))
                .then()
                .statusCode(200);
        filed(member, "ACCESS");
        Requests.create(
                        member.token(),
                        "members/me/consents",
                        Map.of("purpose", "PORTRAIT_PUBLICATION", "agreed", true, "textNumber", 1))
                .then()
                .statusCode(201);
        var exported = as(member.token()).get(OWN);
        exported.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("personal-data.json"))
                .body("memberId", is(member.id().toString()))
                .body("member[0].name", is("Nguyễn Văn An"))
                .body("member[0].birthDate", is("1986-05-12"))
                .body("membership.organisationId", contains(cell.id().toString()))
                .body("memberStanding.status", contains("ACTIVE"))
                .body("registration.id", contains(registration.toString()))
                .body("dataSubjectRequest.kind", contains("ACCESS"))
                .body("consent.purpose", contains("PORTRAIT_PUBLICATION"))
                .body("consent.channel", contains("ONLINE"));
        assertThat(exported.asString())
                .contains("Học tập chuyên đề năm")
                .doesNotContain(other.id().toString(), "card_hash", "cardHash", "nameKey");
        as(scene.officer).get(OWN).then().statusCode(404).body("type", is("/problems/member-not-found"));
    }

    @Test
    void what_was_granted_is_handed_out_by_who_decides() {
        var member = scene.aMember(cell);
        var id = filed(member, "ACCESS");
        var path = REQUESTS + "/" + id + "/personal-data";
        as(scene.officer).get(path).then().statusCode(409).body("type", is("/problems/no-access-granted"));
        command(scene.officer, id, "acceptance", "\"0\"", "{\"withProcessor\":false}")
                .then()
                .statusCode(200);
        as(scene.officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("memberId", is(member.id().toString()));
        as(scene.aSecretaryOf(cell)).get(path).then().statusCode(403);
        as(new Scene().officer).get(path).then().statusCode(404);
    }

    @Test
    void an_auditor_learns_who_saw_a_person_and_when() {
        var member = scene.aMember(cell);
        var before = Instant.now();
        as(member.token()).get("/api/v1/members/" + member.id()).then().statusCode(200);
        as(scene.officer).get("/api/v1/members/" + member.id()).then().statusCode(200);
        as(scene.aSecretaryOf(cell)).get("/api/v1/members").then().body("items", hasSize(1));
        var after = Instant.now();
        as(scene.officer).get("/api/v1/members/" + member.id()).then().statusCode(200);
        var path = "/api/v1/members/" + member.id() + "/accesses";
        var auditor = anAuditorOf(scene.committee);
        as(auditor)
                .get(path + "?from=" + before + "&to=" + after)
                .then()
                .statusCode(200)
                .body("items.action", contains("read-member", "list-members"))
                .body(
                        "items.subjectId",
                        contains(member.id().toString(), member.id().toString()));
        as(auditor).get(path).then().body("items.action", hasItems("add-member", "read-member", "list-members"));
        var first = as(auditor).get(path + "?limit=1");
        String cursor = first.path("nextCursor");
        assertThat(as(auditor).get(path + "?limit=1&cursor=" + cursor).<String>path("items[0].id"))
                .isNotEqualTo(first.path("items[0].id"));
        as(scene.officer).get(path).then().statusCode(403).body("type", is("/problems/role-required"));
        as(anAuditorOf(new Scene().committee)).get(path).then().statusCode(404);
        as(member.token()).get(path).then().statusCode(403);
    }
}
