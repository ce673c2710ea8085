package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.registrations.Scene.CONTENT;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.giveBack;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class ProxyTest {

    private static final byte[] SCAN = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

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
    void a_paper_with_a_scan_is_entered_and_accepted() {
        var scan = attach(secretary, SCAN, "ban-dang-ky.pdf")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        enter("\"0\"", "\"scanId\":\"" + scan + "\",\"statedOn\":\"2024-03-01\"")
                .then()
                .statusCode(200)
                .body("status", is("SUBMITTED"))
                .body("statedOn", is("2024-03-01"))
                .body("receivedAt", notNullValue())
                .body("proxiedAt", notNullValue());
        accept(secretary, id, "\"1\"").then().statusCode(200).body("status", is("ACCEPTED"));
        as(member.token())
                .get("/api/v1/registrations/" + id + "/documents")
                .then()
                .body("items", hasSize(1));
        as(member.token())
                .get("/api/v1/registrations/" + id + "/documents/" + scan + "/content")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("ban-dang-ky.pdf"))
                .contentType("application/pdf");
    }

    @Test
    void without_a_scan_the_word_of_the_member_is_needed() {
        enter("\"0\"", "").then().statusCode(200);
        accept(secretary, id, "\"1\"").then().statusCode(409).body("type", is("/problems/proxy-unproven"));
        command(secretary, id, "confirmation", "\"1\"", null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-registration"));
        command(member.token(), id, "confirmation", "\"1\"", null)
                .then()
                .statusCode(200)
                .body("confirmedAt", notNullValue());
        command(member.token(), id, "confirmation", "\"2\"", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/nothing-to-confirm"));
        accept(secretary, id, "\"2\"").then().statusCode(200);
    }

    @Test
    void a_scan_that_comes_after_the_entry_proves_it_but_not_one_of_the_member() {
        enter("\"0\"", "").then().statusCode(200);
        attach(member.token(), SCAN, "cua-toi.pdf").then().statusCode(201);
        accept(secretary, id, "\"1\"").then().statusCode(409).body("type", is("/problems/proxy-unproven"));
        attach(secretary, SCAN, "ban-giay.pdf").then().statusCode(201);
        accept(secretary, id, "\"2\"").then().statusCode(200).body("status", is("ACCEPTED"));
    }

    @Test
    void files_of_a_draft_are_the_member_s_alone_until_it_is_in() {
        var own = attach(member.token(), SCAN, "nhap.pdf").then().extract().<String>path("id");
        as(secretary).get(files()).then().statusCode(200).body("items", hasSize(0));
        as(secretary)
                .get(files() + "/" + own + "/content")
                .then()
                .statusCode(404)
                .body("type", is("/problems/registration-file-not-found"));
        as(member.token()).get(files()).then().body("items", hasSize(1));
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        as(secretary).get(files()).then().body("items", hasSize(1));
        giveBack(secretary, id, "\"1\"").then().statusCode(200);
        attach(member.token(), SCAN, "nhap-2.pdf").then().statusCode(201);
        as(secretary).get(files()).then().body("items.id", contains(own));
    }

    @Test
    void what_was_written_by_oneself_needs_no_confirmation() {
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        command(member.token(), id, "confirmation", "\"1\"", null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/nothing-to-confirm"));
    }

    @Test
    void _403_for_oneself_and_for_another_member_404_and_422_when_something_is_wanting() {
        TestTree.give(member.subject(), Role.CELL_SECRETARY, cell);
        command(member.token(), id, "proxy-submission", "\"0\"", "{\"content\":" + CONTENT + "}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-registration"));
        command(scene.aMember(cell).token(), id, "proxy-submission", "\"0\"", "{\"content\":" + CONTENT + "}")
                .then()
                .statusCode(404);
        command(secretary, id, "proxy-submission", "\"0\"", "{\"content\":{\"study\":\"x\"}}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/content-incomplete"));
        enter("\"0\"", "\"scanId\":\"" + UUID.randomUUID() + "\"")
                .then()
                .statusCode(404)
                .body("type", is("/problems/registration-file-not-found"));
        enter("\"7\"", "").then().statusCode(412).body("type", is("/problems/stale-version"));
    }

    @Test
    void files_are_looked_into_and_belong_to_those_concerned() {
        attach(member.token(), "MZ no pdf".getBytes(StandardCharsets.US_ASCII), "a.pdf")
                .then()
                .statusCode(422);
        attach(member.token(), new byte[0], "a.pdf")
                .then()
                .statusCode(422)
                .body("type", is("/problems/document-empty"));
        attach(member.token(), SCAN, "a.exe")
                .then()
                .statusCode(422)
                .body("type", is("/problems/document-type-refused"));
        attach(scene.aSecretaryOf(scene.aCell()), SCAN, "a.pdf")
                .then()
                .statusCode(404)
                .body("type", is("/problems/registration-not-found"));
        attach(member.token(), SCAN, "a.pdf").then().statusCode(201).body("byMember", is(true));
        as(secretary).get("/api/v1/registrations/" + id + "/documents").then().statusCode(200);
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action ="
                                + " 'read-registration-files'",
                        id))
                .isOne();
    }

    @Test
    void the_same_upload_under_one_key_is_kept_once() {
        var key = "key-" + UUID.randomUUID();
        var first = upload(secretary, SCAN, "a.pdf")
                .header("Idempotency-Key", key)
                .post(files())
                .then()
                .statusCode(201);
        var again = upload(secretary, SCAN, "a.pdf")
                .header("Idempotency-Key", key)
                .post(files())
                .then()
                .statusCode(201);
        assertThat(again.extract().<String>path("id")).isEqualTo(first.extract().<String>path("id"));
        assertThat(count("select count(*) from registration_file where registration_id = ?1", id))
                .isOne();
    }

    private Response enter(String etag, String more) {
        return command(
                secretary,
                id,
                "proxy-submission",
                etag,
                "{\"content\":" + CONTENT + (more.isEmpty() ? "" : "," + more) + "}");
    }

    private Response attach(String token, byte[] bytes, String name) {
        return upload(token, bytes, name).post(files());
    }

    private String files() {
        return "/api/v1/registrations/" + id + "/documents";
    }

    private static RequestSpecification upload(String token, byte[] bytes, String name) {
        return as(token)
                .contentType("application/octet-stream")
                .queryParam("fileName", name)
                .body(bytes);
    }
}
