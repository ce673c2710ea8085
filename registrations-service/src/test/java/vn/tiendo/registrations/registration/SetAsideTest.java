package vn.tiendo.registrations.registration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.giveBack;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Of two registrations of one person the one that is set aside stays readable as far as it was handed in.
@QuarkusTest
class SetAsideTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private Person survivor;
    private Person merged;
    private UUID id;

    @BeforeEach
    void two_records_of_one_person_have_submitted() {
        survivor = scene.aMember(cell);
        merged = scene.aMember(cell);
        var campaign = scene.open(cell);
        id = registrationOf(merged, campaign);
        submit(survivor.token(), registrationOf(survivor, campaign), "\"0\"")
                .then()
                .statusCode(200);
        submit(merged.token(), id, "\"0\"").then().statusCode(200);
    }

    @Test
    void text_versions_and_files_of_what_was_in_are_shown_to_its_reviewers() {
        as(merged.token())
                .contentType("application/octet-stream")
                .body("Ảnh chụp".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/registrations/" + id + "/documents?fileName=a.txt")
                .then()
                .statusCode(201);
        merge();
        get(scene.officer, "registrations/" + id)
                .then()
                .statusCode(200)
                .body("registration.status", is("LEFT"))
                .body("content.study", is("Học tập chuyên đề năm"));
        get(scene.officer, "registrations/" + id + "/revisions").then().body("items.number", contains(1));
        get(scene.officer, "registrations/" + id + "/documents").then().body("items", hasSize(1));
    }

    @Test
    void what_was_written_after_a_return_is_not() {
        giveBack(scene.officer, id, etagOf(scene.officer, id)).then().statusCode(200);
        as(merged.token())
                .header("If-Match", "*")
                .body("{\"study\":\"Nháp mới\"}")
                .put("/api/v1/registrations/" + id + "/content")
                .then()
                .statusCode(200);
        merge();
        get(scene.officer, "registrations/" + id)
                .then()
                .body("registration.status", is("LEFT"))
                .body("content.study", is("Học tập chuyên đề năm"));
        get(scene.officer, "registrations/" + id + "/revisions").then().body("items.number", contains(1));
    }

    private void merge() {
        command(scene.officer, "members/" + survivor.id() + "/merges", Map.of("memberId", merged.id()))
                .then()
                .statusCode(200);
    }
}
