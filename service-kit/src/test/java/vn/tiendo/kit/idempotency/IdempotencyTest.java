package vn.tiendo.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;

@QuarkusTest
class IdempotencyTest {

    private static final String THINGS = "/api/v1/things";

    @Inject
    IdempotencyCleaning cleaning;

    private final String key = UUID.randomUUID().toString();
    private final String label = UUID.randomUUID().toString();
    private KnownOrganisation organisation;
    private String subject;
    private String officer;

    @BeforeEach
    void grow() {
        organisation = TestTree.aRoot();
        subject = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation);
        officer = Tokens.of(subject);
    }

    @Test
    void the_same_request_gets_the_same_answer_to_the_last_header() {
        var first = post(officer, key, body(label));
        var second = post(officer, key, body(label));
        first.then().statusCode(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        for (var header : new String[] {"ETag", "Location", "Content-Type"}) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void white_space_does_not_make_another_request() {
        post(officer, key, body(label)).then().statusCode(201);
        post(officer, key, body(label).replace(",", " ,\n  ")).then().statusCode(201);
    }

    @Test
    void sixteen_at_once_take_effect_once() {
        var start = new CountDownLatch(1);
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return post(officer, key, body(label));
                        },
                        task -> Thread.ofVirtual().start(task)))
                .limit(16)
                .toList();
        start.countDown();
        var ids = answers.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.then().statusCode(201).extract().<String>path("id"))
                .distinct();
        assertThat(ids).hasSize(1);
        assertThat(effects()).isEqualTo(1);
        assertThat(TestDatabase.count("select count(*) from audit_record where state_after like ?", "%" + label + "%"))
                .isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_or_another_address_is_refused() {
        var id =
                post(officer, key, body(label)).then().statusCode(201).extract().path("id");
        post(officer, key, body(label + "x"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        command(id, "\"0\"").then().statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void a_refusal_is_judged_anew() {
        var auditor = TestTree.aHolderOf(Role.AUDITOR, organisation);
        post(Tokens.of(auditor), key, body(label)).then().statusCode(403);
        TestTree.give(auditor, Role.COMMITTEE_OFFICER, organisation);
        post(Tokens.of(auditor), key, body(label)).then().statusCode(201);
    }

    @Test
    void a_defect_is_not_frozen() {
        post(officer, key, body("broken")).then().statusCode(500);
        assertThat(TestDatabase.count("select count(*) from idempotency_key where key = ?", key))
                .isZero();
    }

    @Test
    void the_key_is_looked_up_before_if_match() {
        var id = post(officer, UUID.randomUUID().toString(), body(label)).path("id");
        var first = command(id, "\"0\"");
        first.then().statusCode(200).header("ETag", "\"1\"");
        command(id, "\"0\"").then().statusCode(200).header("ETag", "\"1\"").header("Idempotency-Replayed", "true");
        command(id, "\"1\"").then().statusCode(200).header("ETag", "\"1\"");
        assertThat(TestDatabase.ask("select version from thing where id = ?::uuid", id))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with space in it",
                "ключ-ключ-ключ",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void _400_for_a_key_that_is_none(String malformed) {
        post(officer, malformed, body(label))
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-idempotency-key"));
        assertThat(effects()).isZero();
    }

    @Test
    void keys_of_different_actors_do_not_collide() {
        var other = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_OFFICER, organisation));
        var first =
                post(officer, key, body(label)).then().statusCode(201).extract().path("id");
        var second = post(other, key, body(label + "x"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void without_a_key_every_request_counts() {
        post(officer, null, body(label)).then().statusCode(201);
        post(officer, null, body(label + "x")).then().statusCode(201);
    }

    @Test
    void answers_are_kept_for_sixty_days() throws Exception {
        post(officer, key, body(label)).then().statusCode(201);
        age("59 days");
        QuarkusTransaction.requiringNew().call(cleaning::pass);
        assertThat(TestDatabase.count("select count(*) from idempotency_key where key = ?", key))
                .isEqualTo(1);
        age("61 days");
        QuarkusTransaction.requiringNew().call(cleaning::pass);
        assertThat(TestDatabase.count("select count(*) from idempotency_key where key = ?", key))
                .isZero();
    }

    private void age(String by) throws Exception {
        try (var connection = TestDatabase.connect();
                var update = connection.prepareStatement(
                        "update idempotency_key set created_at = now() - ?::interval where key = ?")) {
            update.setString(1, by);
            update.setString(2, key);
            update.executeUpdate();
        }
    }

    private Response command(Object id, String ifMatch) {
        return given().auth()
                .oauth2(officer)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .body(body(label + "y"))
                .post(THINGS + "/" + id + "/renaming");
    }

    private static Response post(String token, String key, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post(THINGS);
    }

    private String body(String label) {
        return "{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"" + label + "\"}";
    }

    private long effects() {
        return TestDatabase.count("select count(*) from thing where label = ?", label);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
