package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// A person who was entered twice has one registration per campaign, and loses nothing of it.
@QuarkusTest
class MergedMembersTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();

    @Test
    void of_two_registrations_the_one_that_has_come_further_goes_on() {
        var survivor = scene.aMember(cell);
        var merged = scene.aMember(cell);
        var campaign = scene.open(cell);
        var silent = registrationOf(survivor, campaign);
        var submitted = registrationOf(merged, campaign);
        submit(merged.token(), submitted, Scene.etagOf(merged.token(), submitted))
                .then()
                .statusCode(200);
        merge(survivor, merged);
        assertThat(ownerOf(submitted)).isEqualTo(survivor.id());
        assertThat(ownerOf(silent)).isEqualTo(merged.id());
        as(survivor.token()).get("/api/v1/registrations/" + submitted).then().statusCode(200);
        as(scene.officer).get("/api/v1/registrations/" + silent).then().statusCode(200);
    }

    @Test
    void the_only_registration_goes_on_under_the_survivor() {
        var survivor = scene.aMember(scene.aCell());
        var merged = scene.aMember(cell);
        var campaign = scene.open(cell);
        var owed = registrationOf(merged, campaign);
        merge(survivor, merged);
        assertThat(ownerOf(owed)).isEqualTo(survivor.id());
        submit(survivor.token(), owed, Scene.etagOf(survivor.token(), owed))
                .then()
                .statusCode(200);
    }

    /// Whichever of the two records the cell decided about: it decided about the person.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_decision_that_exempts_goes_on_in_this_campaign_and_the_next(boolean ofSurvivor) {
        var survivor = scene.aMember(cell);
        var merged = scene.aMember(cell);
        var campaign = scene.open(cell);
        var exempted = registrationOf(ofSurvivor ? survivor : merged, campaign);
        var owed = registrationOf(ofSurvivor ? merged : survivor, campaign);
        made(create(
                scene.aSecretaryOf(cell),
                "exemptions",
                Map.of(
                        "registrationId",
                        exempted,
                        "ground",
                        "ILLNESS",
                        "decisionNumber",
                        "05-QĐ/CB",
                        "decidedOn",
                        "2024-01-05",
                        "reviewOn",
                        "2080-01-01")));
        merge(survivor, merged);
        assertThat(ownerOf(exempted)).isEqualTo(survivor.id());
        assertThat(statusOf(exempted)).isEqualTo("EXEMPT");
        assertThat(statusOf(owed)).isEqualTo("LEFT");
        var next = new Scene(scene.committee).open(cell);
        assertThat(statusOf(registrationOf(survivor, next))).isEqualTo("EXEMPT");
    }

    @Test
    void an_exemption_by_rule_goes_by_who_survives() {
        var survivor = scene.aMember(cell);
        var merged = scene.aMember("RETIRED", cell);
        var campaign = scene.open(cell);
        var owed = registrationOf(survivor, campaign);
        merge(survivor, merged);
        assertThat(ownerOf(owed)).isEqualTo(survivor.id());
        assertThat(statusOf(owed)).isEqualTo("OWED");
    }

    private static String statusOf(UUID registration) {
        return Scene.query("select status from registration where id = ?1", String.class, registration)
                .getFirst();
    }

    private void merge(Person survivor, Person merged) {
        as(scene.officer)
                .header("If-Match", Scene.etag(scene.officer, "/api/v1/members/" + survivor.id()))
                .body("{\"memberId\":\"" + merged.id() + "\"}")
                .post("/api/v1/members/" + survivor.id() + "/merges")
                .then()
                .statusCode(200);
    }

    private static UUID ownerOf(UUID registration) {
        return Scene.uuids("select member_id from registration where id = ?1", registration)
                .getFirst();
    }
}
