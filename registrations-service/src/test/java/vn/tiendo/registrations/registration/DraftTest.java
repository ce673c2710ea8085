package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.CONTENT;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.giveBack;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class DraftTest {

    private final Scene scene = new Scene();
    private KnownOrganisation cell;
    private Person member;
    private String secretary;
    private UUID id;

    @BeforeEach
    void an_owed_registration() {
        cell = scene.aCell();
        member = scene.aMember(cell);
        secretary = scene.aSecretaryOf(cell);
        id = registrationOf(member, scene.open(cell));
    }

    @Test
    void a_draft_is_seen_by_its_member_alone_and_makes_no_event() {
        save("\"0\"", "{\"study\":\"Nháp\"}")
                .then()
                .statusCode(200)
                .body("status", is("OWED"))
                .body("stage", is("DRAFT"))
                .body("savedAt", notNullValue());
        as(member.token()).get("/api/v1/registrations/" + id).then().body("content.study", is("Nháp"));
        as(secretary)
                .get("/api/v1/registrations/" + id)
                .then()
                .body("content.study", nullValue())
                .body("registration.status", is("OWED"));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'write-registration'",
                        id))
                .isOne();
    }

    @Test
    void a_draft_of_a_returned_registration_leaves_reviewers_what_was_returned() {
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        giveBack(secretary, id, "\"1\"").then().statusCode(200);
        save("\"2\"", "{\"study\":\"Nháp mới\"}").then().statusCode(200).body("stage", is("DRAFT"));
        as(secretary).get("/api/v1/registrations/" + id).then().body("content.study", is("Học tập chuyên đề năm"));
        as(member.token()).get("/api/v1/registrations/" + id).then().body("content.study", is("Nháp mới"));
    }

    @Test
    void a_draft_sent_twice_under_its_id_is_saved_once() {
        var draft = Uuid7.next();
        saveAs(draft, "\"0\"", "{\"study\":\"một\"}").then().statusCode(200).header("ETag", is("\"1\""));
        saveAs(draft, "\"0\"", "{\"study\":\"một\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("draftId", is(draft.toString()));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'write-registration'",
                        id))
                .isOne();
    }

    @Test
    void another_text_under_the_id_of_a_draft_is_saved_or_answered_with_both() {
        var draft = Uuid7.next();
        saveAs(draft, "\"0\"", "{\"study\":\"một\"}").then().statusCode(200).header("ETag", is("\"1\""));
        saveAs(draft, "\"0\"", "{\"study\":\"hai\"}")
                .then()
                .statusCode(412)
                .body("type", is("/problems/stale-version"))
                .body("conflict.kept.study", is("một"))
                .body("conflict.sent.study", is("hai"));
        saveAs(draft, "\"1\"", "{\"study\":\"hai\"}").then().statusCode(200).header("ETag", is("\"2\""));
        as(member.token()).get("/api/v1/registrations/" + id).then().body("content.study", is("hai"));
        submit(member.token(), id, "\"2\"").then().statusCode(200);
        saveAs(draft, "\"3\"", "{\"study\":\"ba\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
    }

    @Test
    void a_draft_whose_commitments_were_named_meanwhile_is_the_same() {
        var draft = Uuid7.next();
        var content = "{\"commitments\":[{\"text\":\"Tiếp dân đúng giờ \"},{\"id\":\"b\",\"text\":\"Đọc sách\"}]}";
        saveAs(draft, "\"0\"", content).then().statusCode(200).header("ETag", is("\"1\""));
        saveAs(draft, "\"0\"", content).then().statusCode(200).header("ETag", is("\"1\""));
        saveAs(draft, "\"0\"", content.replace("đúng giờ", "đúng hẹn")).then().statusCode(412);
        saveAs(draft, "\"0\"", content.replace("\"b\"", "\"c\"")).then().statusCode(412);
    }

    @Test
    void _412_with_both_texts_where_they_differ_and_the_merged_one_is_taken() {
        save("\"0\"", "{\"study\":\"ở nhà\",\"follow\":\"như nhau\"}").then().statusCode(200);
        var version = saveAs(
                        Uuid7.next(),
                        "\"0\"",
                        "{\"study\":\"trên máy\",\"follow\":\"như nhau\",\"exemplaryConduct\":\"mới\"}")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", is("/problems/stale-version"))
                .body("conflict.fields", containsInAnyOrder("study", "exemplaryConduct"))
                .body("conflict.kept.study", is("ở nhà"))
                .body("conflict.kept.follow", nullValue())
                .body("conflict.sent.study", is("trên máy"))
                .body("conflict.sent.exemplaryConduct", is("mới"))
                .extract()
                .<Integer>path("conflict.version");
        assertThat(version).isOne();
        saveAs(
                        Uuid7.next(),
                        "\"1\"",
                        "{\"study\":\"ở nhà và trên máy\",\"follow\":\"như nhau\",\"exemplaryConduct\":\"mới\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""));
    }

    @Test
    void _400_for_a_field_that_the_form_does_not_know_and_in_the_language_asked_for() {
        save("\"0\"", "{\"study\":5,\"wish\":\"x\"}")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-request"))
                .body("errors.field", containsInAnyOrder("content.study", "content.wish"));
        as(member.token())
                .header("If-Match", "\"0\"")
                .header("Accept-Language", "en")
                .body("{\"study\":\"" + "x".repeat(10_001) + "\"}")
                .put("/api/v1/registrations/" + id + "/content")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("longer than 10000 characters"));
        command(member.token(), id, "submission", "\"0\"", "{\"content\":{\"study\":\"x\",\"follow\":\"y\"}}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/content-incomplete"))
                .body("errors", hasSize(1))
                .body("errors[0].field", is("content.exemplaryConduct"))
                .body("errors[0].message", is("bắt buộc"));
    }

    @Test
    void revisions_are_kept_and_their_differences_are_readable() {
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        giveBack(secretary, id, "\"1\"").then().statusCode(200);
        command(
                        member.token(),
                        id,
                        "submission",
                        "\"2\"",
                        "{\"content\":" + CONTENT.replace("chuyên đề năm", "chuyên đề toàn khóa") + "}")
                .then()
                .statusCode(200);
        as(secretary)
                .get("/api/v1/registrations/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items[0].returnReason", is("Chưa có việc cụ thể"))
                .body("items[1].returnedAt", nullValue());
        as(secretary)
                .get("/api/v1/registrations/" + id + "/differences")
                .then()
                .statusCode(200)
                .body("from", is(1))
                .body("to", is(2))
                .body("fields.field", contains("study"))
                .body("fields[0].pieces.part", contains("SAME", "REMOVED", "ADDED"))
                .body("fields[0].pieces.text", contains("Học tập chuyên đề ", "năm", "toàn khóa"));
        as(secretary)
                .get("/api/v1/registrations/" + id + "/revisions/1")
                .then()
                .statusCode(200)
                .body("content.study", is("Học tập chuyên đề năm"));
        as(secretary)
                .get("/api/v1/registrations/" + id + "/revisions/3")
                .then()
                .statusCode(404)
                .body("type", is("/problems/revision-not-found"));
    }

    @Test
    void commitments_get_names_and_keep_them() {
        var item = save("\"0\"", "{\"commitments\":[{\"text\":\"Không để hồ sơ quá hạn\",\"dueOn\":\"2030-06-30\"}]}")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(item).doesNotContain("hồ sơ");
        var name = as(member.token())
                .get("/api/v1/registrations/" + id)
                .then()
                .body("content.commitments[0].text", is("Không để hồ sơ quá hạn"))
                .body("content.commitments[0].id", not(is("")))
                .extract()
                .<String>path("content.commitments[0].id");
        save(etagOf(member.token(), id), "{\"commitments\":[{\"id\":\"%s\",\"text\":\"Sửa lời\"}]}".formatted(name))
                .then()
                .statusCode(200);
        as(member.token()).get("/api/v1/registrations/" + id).then().body("content.commitments[0].id", is(name));
    }

    @Test
    void _409_when_there_is_no_year_before_to_begin_with_and_403_for_the_secretary() {
        command(member.token(), id, "copy", "\"0\"", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/nothing-to-copy"));
        command(secretary, id, "copy", "\"0\"", null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-registration"));
    }

    @Test
    void a_draft_begins_with_the_year_before() {
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        var next = new Scene(scene.committee);
        var later = registrationOf(member, next.open(cell));
        command(member.token(), later, "copy", "\"0\"", null)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("from", is(id.toString()))
                .body("taken", containsInAnyOrder("study", "follow", "exemplaryConduct"))
                .body("left", empty())
                .body("form", empty())
                .body("registration.stage", is("DRAFT"));
        as(member.token())
                .get("/api/v1/registrations/" + later)
                .then()
                .body("content.study", is("Học tập chuyên đề năm"));
    }

    private Response save(String etag, String content) {
        return as(member.token())
                .header("If-Match", etag)
                .body(content)
                .put("/api/v1/registrations/" + id + "/content");
    }

    private Response saveAs(UUID draft, String etag, String content) {
        return as(member.token())
                .header("If-Match", etag)
                .body("{\"content\":" + content + "}")
                .put("/api/v1/registrations/" + id + "/drafts/" + draft);
    }
}
