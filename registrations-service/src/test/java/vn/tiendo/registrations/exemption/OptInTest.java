package vn.tiendo.registrations.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.registrationOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Whoever is exempt by the plan's rule and will register all the same is not exempted again without being asked.
@QuarkusTest
class OptInTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation other = scene.aCell();
    private Person willing;
    private Person retired;
    private UUID own;

    @BeforeEach
    void one_of_two_who_are_exempt_by_rule_opts_in() {
        willing = scene.aMember("RETIRED", cell);
        retired = scene.aMember("RETIRED", cell);
        own = registrationOf(willing, scene.open(cell, other));
        var exemption = Scene.uuids("select id from exemption where registration_id = ?1", own)
                .getFirst();
        command(willing.token(), "exemptions/" + exemption + "/opt-in", null)
                .then()
                .statusCode(200);
        as(willing.token())
                .header("If-Match", "*")
                .body("{\"study\":\"Nháp\"}")
                .put("/api/v1/registrations/" + own + "/content")
                .then()
                .statusCode(200);
    }

    @Test
    void another_membership_lets_the_member_owe_as_before() {
        as(scene.administrator)
                .header("If-Match", "*")
                .body(Scene.memberJson("Nguyễn Văn An", "RETIRED", willing.subject(), null, cell, other))
                .put("/api/v1/members/" + willing.id())
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from registration_reviewer where registration_id = ?1", own) == 2);
        assertThat(statusOf(own)).isEqualTo("OWED");
    }

    @Test
    void another_status_that_the_rule_names_lets_the_member_owe_as_before() {
        becomes(willing, "ELDERLY");
        assertThat(statusOf(own)).isEqualTo("OWED");
    }

    @Test
    void who_has_never_opted_in_is_exempted_by_the_rule_as_often_as_it_names_the_status() {
        becomes(retired, "ACTIVE");
        var registration = Scene.uuids("select id from registration where member_id = ?1", retired.id())
                .getFirst();
        assertThat(statusOf(registration)).isEqualTo("OWED");
        becomes(retired, "ELDERLY");
        assertThat(statusOf(registration)).isEqualTo("EXEMPT");
        assertThat(count("select count(*) from exemption where registration_id = ?1", registration))
                .isEqualTo(2);
    }

    private void becomes(Person person, String status) {
        command(
                        scene.officer,
                        "members/" + person.id() + "/standings",
                        Map.of("status", status, "from", LocalDate.now().toString()))
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from membership_look where member_id = ?1", person.id()) == 0);
    }

    private static String statusOf(UUID registration) {
        return Scene.query("select status from registration where id = ?1", String.class, registration)
                .getFirst();
    }
}
