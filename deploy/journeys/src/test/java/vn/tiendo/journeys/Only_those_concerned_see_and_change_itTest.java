package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The refusals that every client meets, through the gateway and in every service.
@ExtendWith(RunningSystem.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class Only_those_concerned_see_and_change_itTest {
    private RunningSystem system;
    private Sample sample;
    private String plan;
    private List<String> things;

    @BeforeAll
    void find(RunningSystem running) {
        system = running;
        sample = new Sample(system);
        plan = sample.plan("la-gi-2024").path("id").asText();
        var officer = system.as("canbo.lagi");
        things = List.of(
                "/plans/" + plan,
                "/organisations/" + sample.id("LG-PHUOCHOI"),
                first(officer, "/assignments?plan=" + plan),
                first(officer, "/campaigns"),
                first(officer, "/registrations?organisation=" + sample.id("LG-PHUOCHOI-CB1")),
                first(officer, "/members?organisation=" + sample.id("LG-PHUOCHOI-CB1")),
                first(officer, "/reports?plan=" + plan));
    }

    private static String first(Caller caller, String list) {
        var collection = list.substring(0, list.contains("?") ? list.indexOf('?') : list.length());
        return collection + "/" + caller.all(list).getFirst().path("id").asText();
    }

    @Test
    void those_in_reach_see_it() {
        assertThat(things)
                .allSatisfy(thing -> system.as("canbo.lagi").get(thing).expect(200));
    }

    @Test
    void _401_without_a_token_and_with_a_forged_one() {
        var forged = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4Iiwic3ViIjoiY2FuYm8ubGFnaSIsImF1ZCI6InRpZW5kbyJ9.";
        for (var thing : things) {
            assertThat(system.nobody().get(thing).expect(401).problem()).isEqualTo("not-signed-in");
            system.nobody().get(thing, "Authorization", "Bearer " + forged).expect(401);
        }
    }

    @Test
    void _404_for_a_user_of_another_place_and_for_a_stranger() {
        for (var thing : things) {
            system.as("canbo.hatinh").get(thing).expect(404);
            system.as("somebody.without.a.post").get(thing).expect(404);
        }
        assertThat(system.as("somebody.without.a.post").all("/assignments")).isEmpty();
        assertThat(system.as("somebody.without.a.post").all("/registrations?mine=true"))
                .isEmpty();
        assertThat(system.as("canbo.hatinh").all("/assignments"))
                .noneMatch(found -> found.path("planId").asText().equals(plan));
    }

    @Test
    void _404_for_a_member_who_asks_for_the_registration_of_another() {
        var another =
                system.as("tran.thi.bich.lien").all("/registrations?mine=true").getFirst();
        system.as("nguyen.van.an")
                .get("/registrations/" + another.path("id").asText())
                .expect(404);
    }

    @Test
    void _428_without_a_version_and_412_with_a_stale_one() {
        var leader = system.as("lanhdao.lagi");
        var assignment = things.get(2);
        var reason = Map.of("reason", "Đã nêu trong văn bản khác");

        assertThat(leader.post(assignment + "/waiver", reason).expect(428).problem())
                .isEqualTo("version-required");
        leader.post(assignment + "/waiver", reason, "If-Match", "\"999\"").expect(412);
        var report = things.get(6);
        system.as("canbo.lagi")
                .post(report + "/acceptance", Map.of(), "If-Match", "\"999\"")
                .expect(412);
    }

    @Test
    void a_repeated_key_gets_the_first_answer_and_no_second_effect() {
        var officer = system.as("canbo.lagi-phuochoi");
        var obligation = sample.obligations(plan).get("S2-08");
        var held = Map.of(
                "organisationId",
                sample.id("LG-PHUOCHOI-CB1"),
                "kind",
                "THEMATIC_MEETING",
                "heldOn",
                "2024-03-20",
                "attendance",
                31,
                "obligationIds",
                List.of(obligation));

        var once = officer.post("/activities", held, "Idempotency-Key", "journey-meeting-1")
                .expect(201);
        var again = officer.post("/activities", held, "Idempotency-Key", "journey-meeting-1")
                .expect(201);

        assertThat(again.body()).isEqualTo(once.body());
        assertThat(officer.all("/activities?organisation=" + sample.id("LG-PHUOCHOI-CB1")))
                .hasSize(1);
        var other = Map.of(
                "organisationId",
                sample.id("LG-PHUOCHOI-CB1"),
                "kind",
                "THEMATIC_MEETING",
                "heldOn",
                "2024-03-21",
                "obligationIds",
                List.of(obligation));
        officer.post("/activities", other, "Idempotency-Key", "journey-meeting-1")
                .expect(422);
    }

    @Test
    void _400_names_the_field_that_does_not_fit() {
        var refused = system.as("canbo.lagi")
                .post("/plans", Map.of("title", "Kế hoạch", "status", "ISSUED"))
                .expect(400);
        assertThat(refused.problem()).isEqualTo("malformed-request");
        assertThat(refused.body().path("errors")).isNotEmpty();
    }
}
