package vn.tiendo.registrations.personaldata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Values that occur nowhere else are sent in every personal field; then everything that leaves the service,
/// but for the topic of contacts, is searched for them.
@QuarkusTest
class CanaryTest {

    private static final List<String> TOPICS = List.of(
            "registrations.campaign.v1",
            "registrations.registration.v1",
            "registrations.unit-summary.v1",
            "registrations.nomination.v1");

    private final String seed = UUID.randomUUID().toString().replace("-", "");
    private final String name = "Yến Phụng " + seed;
    private final String email = "p" + seed + "@example.org";
    private final String phone = "0" + digits(14);
    private final String card = "99." + digits(12);
    private final String nationalId = digits(12);
    private final String words = "bí mật " + seed;

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final List<String> problems = new ArrayList<>();
    private final Logs logs = new Logs();
    private String nomination = "";

    private static final class Logs extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(logs);
    }

    @AfterEach
    void stopListening() {
        TestClock.setBack();
        Logger.getLogger("").removeHandler(logs);
    }

    @Test
    void nothing_personal_leaves_but_by_the_topic_of_contacts() {
        var member = live();
        refuse(member);
        await().atMost(Duration.ofSeconds(20)).until(() -> count("select count(*) from outbox") == 0);
        var contacts =
                TestEvents.on("registrations.member-contact.v1", member.id().toString());
        assertThat(new String(contacts.getFirst().value(), StandardCharsets.UTF_8))
                .contains(email)
                .doesNotContain(name, card, nationalId);

        assertThat(logs.lines).as("logs").noneMatch(this::tells);
        assertThat(problems).as("problems").hasSizeGreaterThan(6).noneMatch(this::tells);
        assertThat(TestEvents.on("registrations.nomination.v1", nomination)).hasSize(5);
        for (var topic : TOPICS) {
            assertThat(TestEvents.on(topic).stream()
                            .map(event -> event.key()
                                    + event.headers()
                                    + (event.value() == null ? "" : new String(event.value(), StandardCharsets.UTF_8))))
                    .as(topic)
                    .noneMatch(this::tells);
        }
        for (var table :
                List.of("audit_record", "dead_letter", "inbox", "unit_delta", "unit_summary", "possible_duplicate")) {
            assertThat(query("select t::text from " + table + " t", String.class))
                    .as(table)
                    .noneMatch(this::tells);
        }
        assertThat(query("select m::text from member m", String.class))
                .noneMatch(row -> row.contains(card) || row.contains(nationalId));
    }

    /// Everything that a person goes through in a year, and two of the same name besides: one who writes on paper, one
    /// who is exempt for a while.
    private Person live() {
        var member = added(numbers());
        var onPaper = added("");
        var exempt = added("");
        var id = member.id();
        var campaign = scene.open(cell);
        var registration = registrationOf(member, campaign);
        var text = Scene.CONTENT.replace("Học tập", words);
        Scene.command(
                        member.token(),
                        registration,
                        "submission",
                        Scene.etagOf(member.token(), registration),
                        "{\"content\":" + text + "}")
                .then()
                .statusCode(200);
        as(scene.officer).get("/api/v1/members?name=" + seed).then().statusCode(200);
        as(member.token())
                .header("If-Match", "*")
                .body("{\"email\":\"" + email + "\",\"phone\":\"" + phone + "\"}")
                .put("/api/v1/members/" + id + "/contact")
                .then()
                .statusCode(200);
        Persons.file(
                        member.token(),
                        "{\"kind\":\"CORRECTION\",\"wish\":\"" + words + "\",\"correction\":{\"name\":\"" + name
                                + "\"}}")
                .then()
                .statusCode(201);
        var year = new CanaryYear(words, scene, cell);
        year.followThrough(member, registration);
        year.enterForAnother(registrationOf(onPaper, campaign));
        year.exempt(registrationOf(exempt, campaign));
        year.review(member);
        year.rate(member);
        year.praise(member);
        nomination = year.nominate(member);
        return member;
    }

    private Person added(String numbers) {
        var subject = "canary-" + UUID.randomUUID();
        String id = as(scene.administrator)
                .body(json(subject, email, numbers))
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(UUID.fromString(id), subject);
    }

    /// Everything that is refused for what it says.
    private void refuse(Person member) {
        problem(
                as(scene.administrator)
                        .body(json("other-" + seed, email, numbers()))
                        .post("/api/v1/members"),
                409);
        problem(
                as(scene.administrator)
                        .body(json(member.subject(), email + "@", numbers()))
                        .post("/api/v1/members"),
                400);
        problem(as(scene.administrator).body("{\"name\":\"" + name).post("/api/v1/members"), 400);
        problem(
                as(scene.administrator)
                        .body("{\"birthDate\":\"" + words + "\"}")
                        .post("/api/v1/members"),
                400);
        problem(as(scene.officer).get("/api/v1/members/" + UUID.randomUUID() + "?name=" + seed), 404);
        problem(as(scene.officer).queryParam("status", words).get("/api/v1/members"), 400);
        problem(Persons.file(member.token(), "{\"kind\":\"" + words + "\"}"), 400);
        problem(
                given().auth()
                        .oauth2(scene.administrator)
                        .contentType("text/csv")
                        .body(("name," + "cot" + "\n" + name + "," + card).getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/members/imports"),
                422);
        String id = given().auth()
                .oauth2(scene.administrator)
                .contentType("text/csv")
                .body(("name,birthDate,category,status,organisationCode,from,cardNumber,email\n" + name + ",1986-05-12,"
                                + words + ",ACTIVE," + cell.code() + ",2020-01-01," + card + "," + email + "\n" + name
                                + " khác,1986-05-12,PARTY_MEMBER,ACTIVE," + cell.code() + ",2020-01-01," + card + ","
                                + email + "\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/members/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var path = "/api/v1/members/imports/" + id;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(scene.administrator).get(path).path("completedAt") != null);
        var outcomes = as(scene.administrator).get(path);
        outcomes.then().body("rejected", Matchers.is(2));
        problems.add(outcomes.asString());
    }

    private void problem(Response response, int status) {
        problems.add(response.then().statusCode(status).extract().asString());
    }

    private String json(String subject, String address, String numbers) {
        return """
            {"name":"%s","birthDate":"1986-05-12","category":"PARTY_MEMBER","status":"ACTIVE","email":"%s","phone":"%s",
             "identityIssuer":"%s","identitySubject":"%s",%s
             "memberships":[{"organisationId":"%s","from":"2020-01-01"}]}\
            """.formatted(name, address, phone, Tokens.ISSUER, subject, numbers, cell.id());
    }

    private String numbers() {
        return "\"cardNumber\":\"" + card + "\",\"nationalId\":\"" + nationalId + "\",";
    }

    private boolean tells(@Nullable String text) {
        return text != null
                && (text.contains(name)
                        || text.contains(email)
                        || text.contains(phone)
                        || text.contains(card)
                        || text.contains(nationalId)
                        || text.contains(words));
    }

    private static String digits(int many) {
        return "%020d"
                .formatted(UUID.randomUUID().getLeastSignificantBits() >>> 1)
                .substring(20 - many);
    }
}
