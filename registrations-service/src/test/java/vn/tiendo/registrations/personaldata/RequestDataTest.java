package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.execute;
import static vn.tiendo.registrations.personaldata.Persons.REQUESTS;
import static vn.tiendo.registrations.personaldata.Persons.aLeaderOf;
import static vn.tiendo.registrations.personaldata.Persons.command;
import static vn.tiendo.registrations.personaldata.Persons.file;
import static vn.tiendo.registrations.personaldata.Persons.filed;
import static vn.tiendo.registrations.personaldata.Persons.granted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Requests;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class RequestDataTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String leader = aLeaderOf(scene.committee);

    @Test
    void a_person_asks_for_itself_and_sees_the_clock() {
        var member = scene.aMember(cell);
        var id = file(member.token(), "{\"kind\":\"ACCESS\",\"wish\":\"Tôi muốn biết\"}")
                .then()
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("state", is("RECEIVED"))
                .body("onPaper", is(false))
                .body("overdue", is(false))
                .body("termsSource", is("Nghị định 356/2025/NĐ-CP"))
                .body("answerDueAt", notNullValue())
                .extract()
                .<String>path("id");
        as(member.token()).get(REQUESTS).then().statusCode(200).body("items.id", contains(id));
        as(leader).get(REQUESTS + "?kind=ACCESS&state=RECEIVED").then().body("items.id", contains(id));
        as(leader).get(REQUESTS + "?overdue=true").then().body("items", empty());
        as(scene.aMember(cell).token()).get(REQUESTS).then().body("items", empty());
        as(aLeaderOf(new Scene().committee))
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/data-subject-request-not-found"));
        Scene.execute("update data_subject_request set answer_due_at = now() where id = ?1", UUID.fromString(id));
        as(leader)
                .get(REQUESTS + "?overdue=true&organisation=" + cell.id())
                .then()
                .body("items.overdue", contains(true));
        RestAssured.given().get(REQUESTS).then().statusCode(401);
    }

    @Test
    void the_secretary_enters_a_request_on_paper() {
        var member = scene.aMember(cell);
        var json = "{\"kind\":\"RESTRICTION\",\"memberId\":\"" + member.id() + "\"}";
        file(scene.aSecretaryOf(cell), json).then().statusCode(201).body("onPaper", is(true));
        file(leader, json).then().statusCode(403).body("type", is("/problems/role-required"));
        file(scene.aSecretaryOf(scene.aCell()), json)
                .then()
                .statusCode(404)
                .body("type", is("/problems/member-not-found"));
        file(scene.officer, "{\"kind\":\"ACCESS\"}").then().statusCode(404);
        file(member.token(), "{}").then().statusCode(400);
    }

    @Test
    void who_decides_depends_on_the_kind_and_is_never_the_person() {
        var member = scene.aMember(cell);
        var erasure = filed(member, "ERASURE");
        command(scene.officer, erasure, "acceptance", "\"0\"", "{\"withProcessor\":true}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        command(member.token(), erasure, "acceptance", "\"0\"", "{\"withProcessor\":true}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-data-subject-request"));
        command(leader, erasure, "acceptance", null, "{\"withProcessor\":true}")
                .then()
                .statusCode(428);
        command(leader, erasure, "acceptance", "\"4\"", "{\"withProcessor\":true}")
                .then()
                .statusCode(412);
        command(leader, erasure, "execution", "\"0\"", "{}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-request-state"));
        command(leader, erasure, "acceptance", "\"0\"", "{\"withProcessor\":true}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/still-a-member"));
        execute("update membership set valid_to = current_date + 5 where member_id = ?1", member.id());
        command(leader, erasure, "acceptance", "\"0\"", "{\"withProcessor\":true}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("withProcessor", is(true));
        command(leader, erasure, "extension", "\"1\"", "{\"reason\":\"hồ sơ giấy\"}")
                .then()
                .statusCode(200);
        command(leader, erasure, "extension", "\"2\"", "{\"reason\":\"nữa\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/extended-already"));
        command(leader, erasure, "execution", "\"2\"", "{}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/still-a-member"));
        command(leader, erasure, "withdrawal", "\"2\"", null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-data-subject-request"));
        command(member.token(), erasure, "withdrawal", "\"2\"", null)
                .then()
                .statusCode(200)
                .body("state", is("WITHDRAWN"));
        assertThat(count("select count(*) from audit_record where subject_id = ?1", UUID.fromString(erasure)))
                .isEqualTo(4);
    }

    @Test
    void a_refusal_names_its_reason() {
        var id = filed(scene.aMember(cell), "OBJECTION");
        command(leader, id, "refusal", "\"0\"", "{}").then().statusCode(400);
        command(leader, id, "refusal", "\"0\"", "{\"reason\":\"Điều 13\"}")
                .then()
                .statusCode(200)
                .body("state", is("REFUSED"))
                .body("reason", is("Điều 13"));
    }

    @Test
    void a_granted_correction_stands_in_the_record() {
        var member = scene.aMember(cell);
        file(member.token(), "{\"kind\":\"CORRECTION\"}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/correction-missing"));
        String id = file(
                        member.token(),
                        "{\"kind\":\"CORRECTION\",\"correction\":{\"name\":\"Nguyễn Văn"
                                + " Ân\",\"birthDate\":\"1986-05-21\"}}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        granted(scene.aSecretaryOf(cell), id);
        as(member.token())
                .get("/api/v1/members/me")
                .then()
                .body("name", is("Nguyễn Văn Ân"))
                .body("birthDate", is("1986-05-21"))
                .body("email", is(member.subject() + "@example.org"));
    }

    @Test
    void a_restricted_record_shows_others_no_more_than_name_and_place() {
        var member = scene.aMember(cell);
        granted(leader, filed(member, "RESTRICTION"));
        as(scene.officer)
                .get("/api/v1/members/" + member.id())
                .then()
                .body("restricted", is(true))
                .body("name", is("Nguyễn Văn An"))
                .body("birthDate", nullValue())
                .body("email", nullValue());
        as(member.token()).get("/api/v1/members/me").then().body("birthDate", is("1986-05-12"));
    }

    @Test
    void a_restriction_is_lifted_with_a_reason_once_nothing_else_restricts() {
        var member = scene.aMember(cell);
        var restriction = filed(member, "RESTRICTION");
        var objection = filed(member, "OBJECTION");
        var access = filed(member, "ACCESS");
        granted(leader, restriction);
        granted(leader, objection);
        granted(leader, access);
        var why = "{\"reason\":\"Đã đính chính\"}";
        command(leader, restriction, "lifting", "\"2\"", "{}").then().statusCode(400);
        command(leader, restriction, "lifting", null, why).then().statusCode(428);
        command(scene.officer, restriction, "lifting", "\"2\"", why)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        command(leader, access, "lifting", "\"2\"", why)
                .then()
                .statusCode(409)
                .body("type", is("/problems/not-restricting"));
        command(leader, restriction, "lifting", "\"2\"", why)
                .then()
                .statusCode(200)
                .body("liftedAt", notNullValue())
                .body("liftingReason", is("Đã đính chính"));
        command(leader, restriction, "lifting", "\"3\"", why)
                .then()
                .statusCode(409)
                .body("type", is("/problems/not-restricting"));
        var path = "/api/v1/members/" + member.id();
        as(scene.officer).get(path).then().body("restricted", is(true));
        command(member.token(), objection, "lifting", "\"2\"", why).then().statusCode(200);
        as(scene.officer).get(path).then().body("restricted", is(false)).body("birthDate", is("1986-05-12"));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'lift-restriction'",
                        UUID.fromString(objection)))
                .isOne();
    }

    @Test
    void a_restriction_is_lifted_though_the_record_was_merged_meanwhile() {
        var survivor = scene.aMember(cell);
        var merged = scene.aMember(cell);
        var restriction = filed(merged, "RESTRICTION");
        granted(leader, restriction);
        Requests.command(scene.officer, "members/" + survivor.id() + "/merges", Map.of("memberId", merged.id()))
                .then()
                .statusCode(200);
        var path = "/api/v1/members/" + survivor.id();
        as(scene.officer).get(path).then().body("restricted", is(true));
        command(leader, restriction, "lifting", "\"3\"", "{\"reason\":\"Xong\"}")
                .then()
                .statusCode(200);
        as(scene.officer).get(path).then().body("restricted", is(false));
    }

    @Test
    void a_withdrawn_consent_takes_the_contact_points_away() {
        var member = scene.aMember(cell);
        Requests.create(
                        member.token(),
                        "members/me/consents",
                        Map.of("purpose", "PORTRAIT_PUBLICATION", "agreed", true, "textNumber", 1))
                .then()
                .statusCode(201);
        granted(scene.officer, filed(member, "WITHDRAWAL"));
        Requests.get(member.token(), "members/me/consents").then().body("items.given", contains(false, false));
        as(member.token())
                .get("/api/v1/members/me")
                .then()
                .body("email", nullValue())
                .body("phone", nullValue());
    }
}
