package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.personaldata.Persons.REQUESTS;
import static vn.tiendo.registrations.personaldata.Persons.aLeaderOf;
import static vn.tiendo.registrations.personaldata.Persons.command;
import static vn.tiendo.registrations.personaldata.Persons.file;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;

/// Answers are kept for who repeats a request; what they say of somebody who was erased is said no more.
@QuarkusTest
class EraseAnswersTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String leader = aLeaderOf(scene.committee);
    private final String secretary = scene.aSecretaryOf(cell);
    private final String words = "vàng anh " + UUID.randomUUID();

    @Test
    void no_kept_answer_says_what_the_person_wrote_or_what_was_written_of_it() {
        var member = scene.aMember(cell);
        var registration = registrationOf(member, scene.open(cell));
        Scene.submit(member.token(), registration, etagOf(member.token(), registration));
        Scene.accept(secretary, registration, etagOf(secretary, registration));
        keyed(secretary)
                .body("{\"item\":\"follow\",\"note\":\"" + words + "\",\"happenedOn\":\"2024-03-13\"}")
                .post("/api/v1/registrations/" + registration + "/follow-ups")
                .then()
                .statusCode(201);
        keyed(member.token())
                .contentType("application/octet-stream")
                .body("Ảnh chụp".getBytes(StandardCharsets.UTF_8))
                .queryParam("fileName", words + ".txt")
                .post("/api/v1/registrations/" + registration + "/documents")
                .then()
                .statusCode(201);
        assertThat(answersSaying(words)).isEqualTo(2);
        var erasure = file(member.token(), "{\"kind\":\"ERASURE\",\"wish\":\"" + words + "\"}")
                .then()
                .extract()
                .<String>path("id");
        Persons.leaves(member.id());
        command(leader, erasure, "acceptance", "\"0\"", "{\"withProcessor\":false}");

        var key = "key-" + UUID.randomUUID();
        executed(erasure, key)
                .then()
                .statusCode(200)
                .body("state", is("EXECUTED"))
                .body("wish", nullValue())
                .body("outcome", nullValue());

        assertThat(answersSaying(words)).isZero();
        executed(erasure, key)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", notNullValue())
                .body("wish", nullValue());
    }

    @Test
    void answers_about_others_are_kept() {
        var member = scene.aMember(cell);
        var other = scene.aMember(cell);
        var registration = registrationOf(other, scene.open(cell));
        Scene.submit(other.token(), registration, etagOf(other.token(), registration));
        Scene.accept(secretary, registration, etagOf(secretary, registration));
        keyed(secretary)
                .body("{\"item\":\"follow\",\"note\":\"" + words + "\",\"happenedOn\":\"2024-03-13\"}")
                .post("/api/v1/registrations/" + registration + "/follow-ups")
                .then()
                .statusCode(201);
        Persons.leaves(member.id());
        Persons.granted(leader, Persons.filed(member, "ERASURE"));
        assertThat(answersSaying(words)).isOne();
    }

    private Response executed(String erasure, String key) {
        return as(leader)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body("{\"outcome\":\"" + words + "\"}")
                .post(REQUESTS + "/" + erasure + "/execution");
    }

    private static RequestSpecification keyed(String token) {
        return as(token).header("Idempotency-Key", "key-" + UUID.randomUUID());
    }

    private static long answersSaying(String words) {
        return count("select count(*) from idempotency_key where position(convert_to(?1, 'UTF8') in body) > 0", words);
    }
}
