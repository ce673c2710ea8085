package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.command;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class FollowThroughTest {

    private static final String WITH_COMMITMENTS = """
        {"content":{"study":"a","follow":"b","exemplaryConduct":"c",
         "commitments":[{"id":"ho-so","text":"Không để hồ sơ quá hạn","dueOn":"2030-06-30"},{"id":"tiep-dan","text":"Tiếp dân đúng giờ"}]}}""";
    private static final String ALL = """
        {"items":[{"item":"ho-so","attainment":"DONE"},{"item":"tiep-dan","attainment":"PARTLY","note":"Còn một lần muộn"}],
         "summary":"Hoàn thành phần lớn"}""";

    @Inject
    RegistrationOutcomes outcomes;

    private final Scene scene = new Scene();
    private KnownOrganisation cell;
    private Person member;
    private String secretary;
    private UUID campaign;
    private UUID id;

    @BeforeEach
    void an_accepted_registration() {
        cell = scene.aCell();
        member = scene.aMember(cell);
        secretary = scene.aSecretaryOf(cell);
        campaign = scene.open(cell);
        id = registrationOf(member, campaign);
        command(member.token(), id, "submission", "\"0\"", WITH_COMMITMENTS)
                .then()
                .statusCode(200);
        accept(secretary, id, "\"1\"").then().statusCode(200);
    }

    @Test
    void from_acceptance_to_the_end_of_the_year() {
        followUp(member.token(), "ho-so", "2024-05-02").then().statusCode(201).body("byMember", is(true));
        followUp(secretary, "tiep-dan", "2024-06-02").then().statusCode(201).body("byMember", is(false));
        as(secretary)
                .get("/api/v1/registrations/" + id + "/follow-ups")
                .then()
                .statusCode(200)
                .body("items.item", contains("ho-so", "tiep-dan"));
        command(member.token(), id, "self-assessment", "\"2\"", ALL)
                .then()
                .statusCode(200)
                .header("ETag", is("\"3\""))
                .body("stage", is("ASSESSED"));
        command(secretary, id, "collective-comment", "\"3\"", "{\"comment\":\"Nhất trí\",\"metOn\":\"2024-11-20\"}")
                .then()
                .statusCode(200)
                .body("stage", is("COMMENTED"));
        as(member.token())
                .get("/api/v1/registrations/" + id + "/self-assessment")
                .then()
                .statusCode(200)
                .body("items.attainment", contains("DONE", "PARTLY"))
                .body("collectiveComment", is("Nhất trí"))
                .body("metOn", is("2024-11-20"));
        command(secretary, id, "closure", "\"4\"", null).then().statusCode(409).body("type", is("/problems/not-rated"));
        assertThat(rate()).isTrue();
        assertThat(rate()).isTrue();
        command(secretary, id, "closure", "\"5\"", null)
                .then()
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("stage", is("CLOSED"));
        followUp(member.token(), "ho-so", "2024-12-02")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-registration-status"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("registrations.registration.v1", id.toString()).stream()
                        .map(event -> TestEvents.header(event, "ce_type"))
                        .toList()
                        .equals(List.of(
                                "registrations.registration.owed.v1",
                                "registrations.registration.submitted.v1",
                                "registrations.registration.accepted.v1",
                                "registrations.registration.assessed.v1",
                                "registrations.registration.commented.v1",
                                "registrations.registration.rated.v1",
                                "registrations.registration.closed.v1")));
        Scene.awaitFolded();
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + cell.id())
                .then()
                .body("accepted", is(1))
                .body("missing", is(0));
    }

    @Test
    void the_rating_reads_how_a_member_fared() {
        var before = outcomes.of(member.id(), campaign).orElseThrow();
        assertThat(before.accepted()).isTrue();
        assertThat(before.isSelfAssessed()).isFalse();
        command(member.token(), id, "self-assessment", "\"2\"", ALL).then().statusCode(200);
        assertThat(outcomes.of(member.id(), campaign).orElseThrow().isSelfAssessed())
                .isTrue();
        assertThat(outcomes.of(UUID.randomUUID(), campaign)).isEmpty();
    }

    @Test
    void _422_for_items_that_are_wanting_twice_or_unknown() {
        command(
                        member.token(),
                        id,
                        "self-assessment",
                        "\"2\"",
                        "{\"items\":[{\"item\":\"ho-so\",\"attainment\":\"DONE\"},{\"item\":\"ho-so\",\"attainment\":\"DONE\"},{\"item\":\"x\",\"attainment\":\"DONE\"}]}")
                .then()
                .statusCode(422)
                .body("type", is("/problems/items-wrong"))
                .body("errors.field", containsInAnyOrder("items[1].item", "items[2].item", "items.tiep-dan"));
        followUp(member.token(), "x", "2024-05-02").then().statusCode(422).body("errors", hasSize(1));
        followUp(member.token(), "ho-so", "2999-05-02")
                .then()
                .statusCode(422)
                .body("errors[0].field", is("happenedOn"));
    }

    @Test
    void _409_for_a_comment_before_the_assessment_and_an_assessment_after_the_comment() {
        command(secretary, id, "collective-comment", "\"2\"", "{\"comment\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/not-assessed"));
        command(member.token(), id, "self-assessment", "\"2\"", ALL).then().statusCode(200);
        command(member.token(), id, "self-assessment", "\"3\"", ALL).then().statusCode(200);
        command(secretary, id, "collective-comment", "\"4\"", "{\"comment\":\"x\"}")
                .then()
                .statusCode(200);
        command(member.token(), id, "self-assessment", "\"5\"", ALL)
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-commented"));
    }

    @Test
    void items_are_the_three_texts_where_nothing_single_was_promised() {
        var other = scene.aMember(cell);
        var second = new Scene(scene.committee);
        var plain = registrationOf(other, second.open(cell));
        submit(other.token(), plain, "\"0\"").then().statusCode(200);
        accept(secretary, plain, "\"1\"").then().statusCode(200);
        command(
                        other.token(),
                        plain,
                        "self-assessment",
                        "\"2\"",
                        "{\"items\":[{\"item\":\"study\",\"attainment\":\"DONE\"},{\"item\":\"follow\",\"attainment\":\"DONE\"},{\"item\":\"exemplaryConduct\",\"attainment\":\"NOT_DONE\"}]}")
                .then()
                .statusCode(200);
    }

    @Test
    void _403_for_one_own_comment_and_somebody_elses_assessment_and_404_for_strangers() {
        TestTree.give(member.subject(), Role.CELL_SECRETARY, cell);
        command(member.token(), id, "collective-comment", "\"2\"", "{\"comment\":\"x\"}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-registration"));
        command(secretary, id, "self-assessment", "\"2\"", ALL)
                .then()
                .statusCode(403)
                .body("type", is("/problems/not-own-registration"));
        var inspector = Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        command(inspector, id, "collective-comment", "\"2\"", "{\"comment\":\"x\"}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/role-required"));
        var sibling = scene.aSecretaryOf(scene.aCell());
        for (var what : List.of("self-assessment", "collective-comment", "closure", "follow-ups")) {
            command(sibling, id, what, "\"2\"", body(what))
                    .then()
                    .statusCode(404)
                    .body("type", is("/problems/registration-not-found"));
        }
    }

    @Test
    void what_somebody_promised_is_not_in_the_events() {
        command(member.token(), id, "self-assessment", "\"2\"", ALL).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestEvents.on("registrations.registration.v1", id.toString())
                                .size()
                        == 4);
        TestEvents.on("registrations.registration.v1", id.toString())
                .forEach(event -> assertThat(new String(event.value(), StandardCharsets.UTF_8))
                        .doesNotContain("hồ sơ", "Còn một lần", "Hoàn thành phần lớn"));
        as(member.token()).get("/api/v1/registrations/" + id).then().body("registration.closedAt", nullValue());
    }

    private boolean rate() {
        return QuarkusTransaction.requiringNew()
                .call(() -> outcomes.markRated(
                        member.id(), campaign, new Actor("issuer", "rater", List.of()), null, Instant.now()));
    }

    private Response followUp(String token, String item, String day) {
        return command(
                token,
                id,
                "follow-ups",
                null,
                "{\"item\":\"%s\",\"note\":\"Đã làm\",\"happenedOn\":\"%s\"}".formatted(item, day));
    }

    private static @Nullable String body(String what) {
        return switch (what) {
            case "self-assessment" -> ALL;
            case "collective-comment" -> "{\"comment\":\"x\"}";
            case "follow-ups" -> "{\"item\":\"ho-so\",\"note\":\"x\",\"happenedOn\":\"2024-05-02\"}";
            default -> null;
        };
    }
}
