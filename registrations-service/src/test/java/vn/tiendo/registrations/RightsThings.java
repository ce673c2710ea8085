package vn.tiendo.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene.Person;

/// What the world of rights has of members and registrations, each thing once, at its own organisation.
final class RightsThings {

    private final RightsWorld world;
    private final Scene scene;
    private final String secretary;

    RightsThings(RightsWorld world) {
        this.world = world;
        scene = world.scene;
        secretary = scene.aSecretaryOf(world.own);
    }

    /// Owed by the own organisation and by the subordinate; one registration came back and was sent again,
    /// one is accepted and assessed, one exempt, one still owed.
    void makeCampaign() {
        var accepted = scene.aMember(world.own);
        var exempt = scene.aMember(world.own);
        var exemptable = scene.aMember(world.own);
        scene.aMember(world.subordinate);
        var campaign = scene.open(world.own, world.subordinate);
        world.keep("campaign", campaign);
        world.keep("child", world.subordinate.id());
        world.keep("child.id", campaign);
        world.keep("owed", Scene.registrationOf(world.missing, campaign));
        world.keep("owed.id", campaign);
        world.keep("exemptable", Scene.registrationOf(exemptable, campaign));
        makeRegistration(campaign);
        makeAccepted(accepted, Scene.registrationOf(accepted, campaign));
        world.keep("exempted", Scene.registrationOf(exempt, campaign));
        world.keep("exemption", made(create(secretary, "exemptions", exemptionOf(world.id("exempted")))));
        makeForm();
        makeRosterChange(campaign);
        Scene.awaitFolded();
    }

    private void makeRegistration(UUID campaign) {
        var id = Scene.registrationOf(world.member, campaign);
        submit(world.member, id);
        assertThat(Scene.giveBack(secretary, id, "*").statusCode()).isEqualTo(200);
        submit(world.member, id);
        world.keep("registration", id);
        world.keep("registration.draft", Uuid7.next());
        world.keep("registration.number", 1);
    }

    private static void submit(Person person, UUID id) {
        assertThat(Scene.submit(person.token(), id, "*").statusCode()).isEqualTo(200);
    }

    private void makeAccepted(Person person, UUID id) {
        submit(person, id);
        assertThat(Scene.accept(secretary, id, "*").statusCode()).isEqualTo(200);
        var path = "registrations/" + id;
        var done = create(
                person.token(),
                path + "/follow-ups",
                Map.of("item", "study", "note", "Đã học", "happenedOn", "2024-01-05"));
        world.keep("accepted", id);
        world.keep("followUp", made(done));
        world.keep("followUp.id", id);
        command(person.token(), path + "/self-assessment", map(RightsWorld.anAssessment(world)))
                .then()
                .statusCode(200);
        var file = io.restassured.RestAssured.given()
                .auth()
                .oauth2(person.token())
                .contentType("application/octet-stream")
                .body("Ảnh chụp".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/" + path + "/documents?fileName=a.txt");
        world.keep("document", made(file));
        world.keep("document.id", id);
        world.keep("accepted.document", file.path("id"));
        world.keep("accepted.file", file.path("id"));
    }

    private void makeForm() {
        var shipped = get(scene.officer, "registration-forms?limit=1").<String>path("items[0].id");
        world.keep("shipped", shipped);
        world.keep("form", made(create(scene.officer, "registration-forms", map(RightsWorld.aForm(world)))));
    }

    /// The freezing itself is the first change of a roster.
    private void makeRosterChange(UUID campaign) {
        var path = "campaigns/" + campaign + "/roster/changes?organisation=" + world.own.id();
        var change = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(scene.officer, path).<String>path("items[0].id"), id -> id != null);
        world.keep("rosterChange", change);
        world.keep("rosterChange.id", campaign);
    }

    static Map<String, Object> exemptionOf(String registration) {
        return Map.of(
                "registrationId",
                registration,
                "ground",
                "ILLNESS",
                "decisionNumber",
                "05-QĐ/CB",
                "decidedOn",
                "2024-01-05",
                "reviewOn",
                "2080-01-01");
    }

    static List<Map<String, Object>> attained() {
        return List.of(
                Map.of("item", "study", "attainment", "DONE"),
                Map.of("item", "follow", "attainment", "DONE"),
                Map.of("item", "exemplaryConduct", "attainment", "PARTLY"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object body) {
        return (Map<String, Object>) body;
    }
}
