package vn.tiendo.notifications.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

/// Messages as another system gets them.
@QuarkusTest
class WebhookTest {

    private static final String PATH = "/api/v1/webhooks";
    private static final LocalDate DAY = LocalDate.of(2031, 5, 5);

    private KnownOrganisation province;
    private KnownOrganisation district;
    private String administrator;
    private Receiver receiver;

    @BeforeEach
    void grow() {
        province = TestTree.aRoot();
        district = TestTree.aChildOf(province);
        administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, province);
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_event_of_the_subtree_arrives_signed_thin_and_once() throws GeneralSecurityException {
        var made = register(province, "*");
        var elsewhere = TestWork.anAssignment(TestTree.aRoot(), DAY).send();
        var assignment = TestWork.anAssignment(district, DAY).send();
        awaitCalls(1);
        var call = receiver.calls().getFirst();
        var id = call.headers().get("webhook-id");
        var timestamp = call.headers().get("webhook-timestamp");
        assertThat(call.path()).isEqualTo("/hook?x=1");
        assertThat(call.headers().get("webhook-signature"))
                .isEqualTo("v1," + hmac(made.path("secret"), id + "." + timestamp + "." + call.body()));
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(call.body())
                .contains(
                        "\"type\":\"plans.assignment.changed.v1\"",
                        assignment.id.toString(),
                        "/api/v1/assignments/" + assignment.id,
                        district.id().toString())
                .doesNotContain("Báo cáo", elsewhere.id.toString());
        var log = log(made.path("webhook.id"));
        log.then().body("items", hasSize(1)).body("items[0].attempts", is(1)).body("items[0].lastCode", is(204));
        assertThat(log.<String>path("items[0].eventId")).isEqualTo(id);
    }

    @Test
    void only_the_types_asked_for_arrive() {
        register(province, "plans.plan.issued.v1");
        TestWork.anAssignment(district, DAY).send();
        var plan = UUID.randomUUID();
        plan(plan, "issued", 1);
        awaitCalls(1);
        assertThat(receiver.calls().getFirst().body()).contains(plan.toString());
    }

    @Test
    void a_failing_receiver_is_tried_again_with_the_same_id_and_given_up_after_the_last_attempt() {
        receiver.answer(500);
        var id = register(province, "*").<String>path("webhook.id");
        TestWork.anAssignment(district, DAY).send();
        awaitStatus(id, "FAILED");
        assertThat(receiver.calls()).hasSize(3); // the first attempt and two retries of the tests' schedule
        assertThat(receiver.calls().stream()
                        .map(call -> call.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        receiver.answer(200);
        post(PATH + "/" + id + "/replays", range(true))
                .then()
                .statusCode(200)
                .body("messages", is(1))
                .body("more", is(false));
        awaitStatus(id, "DELIVERED");
    }

    @Test
    void a_receiver_that_is_gone_disables_its_webhook_and_loses_nothing() {
        receiver.answer(410);
        var id = register(province, "*").<String>path("webhook.id");
        TestWork.anAssignment(district, DAY).send();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(PATH + "/" + id).path("status").equals("DISABLED"));
        get(PATH + "/" + id).then().body("disabledReason", is("gone"));
        TestWork.anAssignment(district, DAY).send();
        awaitLog(id, 2);
        log(id).then().body("items.status", is(List.of("HELD", "HELD")));
        receiver.answer(200);
        command(id, "enablement", "*", null).then().statusCode(200).body("status", is("ENABLED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> log(id).<List<String>>path("items.status").equals(List.of("DELIVERED", "DELIVERED")));
    }

    @Test
    void what_happens_while_disabled_by_hand_is_kept() {
        var id = register(province, "*").<String>path("webhook.id");
        command(id, "disablement", "*", Map.of("reason", "Bảo trì")).then().statusCode(200);
        TestWork.anAssignment(district, DAY).send();
        awaitLog(id, 1);
        assertThat(receiver.calls()).isEmpty();
        command(id, "enablement", "*", null).then().statusCode(200);
        awaitCalls(1);
    }

    @Test
    void a_receiver_that_hangs_times_out_and_holds_up_nobody_else() {
        receiver.hang();
        var slow = register(province, "*").<String>path("webhook.id");
        try (var quick = new Receiver()) {
            post(PATH, content(province.id(), quick.url("/q"), "*")).then().statusCode(201);
            for (int i = 0; i < 5; i++) {
                TestWork.anAssignment(district, DAY).send();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> quick.calls().size() == 5);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> log(slow).<List<String>>path("items.lastFault").contains("timeout"));
    }

    @Test
    void a_redirect_is_followed_nowhere() {
        receiver.answer(302);
        var id = register(province, "*").<String>path("webhook.id");
        TestWork.anAssignment(district, DAY).send();
        awaitStatus(id, "FAILED");
        log(id).then().body("items[0].lastCode", is(302));
        assertThat(receiver.calls()).extracting(Receiver.Call::path).containsOnly("/hook?x=1");
    }

    @Test
    void during_the_overlap_both_secrets_sign_and_afterwards_the_new_one_alone() throws GeneralSecurityException {
        var made = register(province, "*");
        var id = made.<String>path("webhook.id");
        var rotated = command(id, "secret-rotations", "*", Map.of());
        rotated.then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("secret", not(is(made.<String>path("secret"))));
        TestWork.anAssignment(district, DAY).send();
        awaitCalls(1);
        var call = receiver.calls().getFirst();
        var content =
                call.headers().get("webhook-id") + "." + call.headers().get("webhook-timestamp") + "." + call.body();
        assertThat(call.headers().get("webhook-signature"))
                .isEqualTo("v1," + hmac(rotated.path("secret"), content) + " v1," + hmac(made.path("secret"), content));
        var last = command(id, "secret-rotations", "*", Map.of("overlapHours", 0));
        TestWork.anAssignment(district, DAY).send();
        awaitCalls(2);
        var next = receiver.calls().getLast();
        assertThat(next.headers().get("webhook-signature"))
                .isEqualTo("v1,"
                        + hmac(
                                last.path("secret"),
                                next.headers().get("webhook-id") + "."
                                        + next.headers().get("webhook-timestamp") + "." + next.body()));
    }

    @Test
    void secrets_are_shown_once_and_stored_sealed() {
        var made = register(province, "*");
        var id = made.<String>path("webhook.id");
        get(PATH + "/" + id).then().body("secret", nullValue());
        assertThat(TestDatabase.ask("select sealed from webhook_secret where webhook_id = ?::uuid", id))
                .hasSize(1)
                .noneMatch(stored -> stored.contains("whsec")
                        || stored.contains(made.<String>path("secret").substring(6)));
        assertThat(TestDatabase.count(
                        "select count(*) from audit_record where subject_id = ?::uuid and state_after like '%whsec%'",
                        id))
                .isZero();
    }

    @Test
    void the_same_topic_read_from_its_beginning_again_tells_nobody_twice() {
        var id = register(province, "*").<String>path("webhook.id");
        var assignment = TestWork.anAssignment(district, DAY);
        assignment.sendAs(4);
        awaitCalls(1);
        assignment.sendAs(4);
        assignment.sendAs(3);
        var later = TestWork.anAssignment(district, DAY).send();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        receiver.calls().stream().anyMatch(call -> call.body().contains(later.id.toString())));
        awaitLog(id, 2);
        assertThat(receiver.calls()).hasSize(2);
    }

    @Test
    void a_trial_says_whether_messages_arrive() {
        var id = register(province, "plans.plan.issued.v1").<String>path("webhook.id");
        post(PATH + "/" + id + "/trials", Map.of()).then().statusCode(202);
        awaitCalls(1);
        assertThat(receiver.calls().getFirst().body()).contains("tiendo.webhook.tried.v1");
    }

    @Test
    void an_address_that_is_none_is_refused() {
        for (var url :
                List.of("ftp://a.example/x", "https://user:pw@a.example/", "https:///x", "https://a.example/#f", "x")) {
            post(PATH, content(province.id(), url, "*"))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/webhook-address-unfit"));
        }
        post(PATH, content(province.id(), receiver.url("/"), "no type")).then().statusCode(400);
        post(PATH, Map.of("organisationId", province.id(), "url", receiver.url("/"), "eventTypes", List.of()))
                .then()
                .statusCode(400);
    }

    @Test
    void a_webhook_changes_by_its_version_and_keeps_its_organisation() {
        var made = register(province, "*");
        var id = made.<String>path("webhook.id");
        put(id, null, content(province.id(), receiver.url("/b"), "*")).then().statusCode(428);
        put(id, "\"9\"", content(province.id(), receiver.url("/b"), "*")).then().statusCode(412);
        put(id, "*", content(district.id(), receiver.url("/b"), "*"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/webhook-keeps-its-organisation"));
        put(id, made.header("ETag"), content(province.id(), receiver.url("/b"), "*"))
                .then()
                .statusCode(200)
                .body("url", is(receiver.url("/b")));
        given().auth()
                .oauth2(Tokens.of(administrator))
                .header("If-Match", "*")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(204);
        get(PATH + "/" + id).then().statusCode(404).body("type", is("/problems/webhook-not-found"));
    }

    @Test
    void strangers_see_nothing_auditors_look_and_officers_may_not() {
        var id = register(district, "*").<String>path("webhook.id");
        var stranger = TestTree.aHolderOf(Role.ADMINISTRATOR, TestTree.aRoot());
        as(stranger).get(PATH + "/" + id).then().statusCode(404);
        as(stranger).get(PATH).then().statusCode(200).body("items", hasSize(0));
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, province);
        as(officer).get(PATH + "/" + id).then().statusCode(404);
        var auditor = TestTree.aHolderOf(Role.AUDITOR, province);
        as(auditor).get(PATH + "/" + id + "/deliveries").then().statusCode(200);
        as(auditor)
                .header("If-Match", "*")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        as(auditor)
                .contentType(ContentType.JSON)
                .body(content(district.id(), receiver.url("/"), "*"))
                .post(PATH)
                .then()
                .statusCode(403);
        given().get(PATH + "/" + id).then().statusCode(401);
        var above = register(province, "*").<String>path("webhook.id");
        as(TestTree.aHolderOf(Role.ADMINISTRATOR, district))
                .get(PATH + "/" + above)
                .then()
                .statusCode(404);
    }

    @Test
    void the_log_is_paged_and_filtered() {
        var id = register(province, "*").<String>path("webhook.id");
        for (int i = 0; i < 3; i++) {
            TestWork.anAssignment(district, DAY).send();
        }
        awaitCalls(3);
        awaitLog(id, 3);
        var first = get(PATH + "/" + id + "/deliveries?limit=2");
        first.then().body("items", hasSize(2)).body("nextCursor.length()", greaterThan(0));
        get(PATH + "/" + id + "/deliveries?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(1));
        get(PATH + "/" + id + "/deliveries?status=FAILED").then().body("items", hasSize(0));
    }

    private void plan(UUID id, String what, long sequence) {
        TestEvents.send(
                "plans.plan.v1",
                id.toString(),
                "plans.plan." + what + ".v1",
                sequence,
                "{\"id\":\"%s\",\"organisationId\":\"%s\",\"title\":\"Kế hoạch\"}".formatted(id, district.id()));
    }

    private Response register(KnownOrganisation organisation, String type) {
        var made = post(PATH, content(organisation.id(), receiver.url("/hook?x=1"), type));
        made.then().statusCode(201).body("secret", startsWith("whsec_"));
        return made;
    }

    private static Map<String, Object> content(UUID organisation, String url, String type) {
        return Map.of("organisationId", organisation, "url", url, "eventTypes", List.of(type));
    }

    private static Map<String, Object> range(boolean onlyFailed) {
        return Map.of("from", "2000-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z", "onlyFailed", onlyFailed);
    }

    private void awaitCalls(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.calls().size() >= count);
    }

    private void awaitLog(String id, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> log(id).<List<Object>>path("items").size() == count);
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status.equals(log(id).path("items[0].status")));
    }

    private Response log(String id) {
        return get(PATH + "/" + id + "/deliveries");
    }

    private static io.restassured.specification.RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject));
    }

    private Response get(String path) {
        return as(administrator).get(path);
    }

    private Response post(String path, Object body) {
        return as(administrator).contentType(ContentType.JSON).body(body).post(path);
    }

    private Response put(String id, @Nullable String ifMatch, Object body) {
        var request = as(administrator).contentType(ContentType.JSON).body(body);
        return ifMatch == null
                ? request.put(PATH + "/" + id)
                : request.header("If-Match", ifMatch).put(PATH + "/" + id);
    }

    private Response command(String id, String what, String ifMatch, @Nullable Object body) {
        var request = as(administrator).header("If-Match", ifMatch).contentType(ContentType.JSON);
        return (body == null ? request : request.body(body)).post(PATH + "/" + id + "/" + what);
    }

    private static String hmac(String secret, String content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
