package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// What July 2025 brought, a year early: under one decision two wards merge, the town ends, and its province joins
/// another, while the plan of the town is being carried out.
@ExtendWith(RunningSystem.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(5)
class A_town_and_its_province_end_in_the_middle_of_the_campaignTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Set<String> SETTLED = Set.of("DONE", "DONE_LATE", "WAIVED");
    private static final String MERGED = "LD-BINHTAN";

    /// How many stood on the roster when it was frozen.
    private static final int FROZEN = 81;

    /// Who goes on with what each of those that end has left open.
    private static final Map<String, String> HEIRS =
            Map.of("LG-BINHTAN", MERGED, "LG-TANAN", MERGED, "LG-BTG", "BT-BTG", "LG", "LD", "BT", "LD");

    private RunningSystem system;
    private Sample sample;
    private String plan;
    private String campaign;
    private String report;
    private Map<String, String> before;
    private Map<String, Integer> roster;
    private Map<String, Integer> done;

    @BeforeAll
    void lookAtItBefore(RunningSystem running) {
        system = running;
        sample = new Sample(system);
        plan = sample.plan("la-gi-2024").path("id").asText();
        var obligations = sample.obligations(plan);
        campaign = system.as("canbo.lagi").all("/campaigns").stream()
                .filter(found -> found.path("obligationId").asText().equals(obligations.get("S2-12")))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        report = system.as("canbo.lagi-tantien").all("/reports?plan=" + plan).stream()
                .filter(found -> found.path("obligationId").asText().equals(obligations.get("S2-25"))
                        && found.path("organisationId").asText().equals(sample.id("LG-TANTIEN")))
                .map(found -> "/reports/" + found.path("id").asText())
                .findFirst()
                .orElseThrow();
        var officer = system.as("canbo.lagi-tantien");
        officer.put(
                        report + "/content",
                        Map.of("results", "Đã quán triệt tại 2 chi bộ."),
                        "If-Match",
                        officer.get(report).expect(200).etag())
                .expect(200);
        settle();
        before = standings(sample);
        roster = roster();
        done = done();
    }

    @Test
    @Order(1)
    void a_decision_of_tomorrow_is_kept_and_nothing_has_changed_yet() {
        var rehearsed = system.as("quantri").post("/restructurings?dryRun=true", decision());
        rehearsed.expect(200);
        var decided = system.as("quantri").post("/restructurings", decision()).expect(201);
        assertThat(decided.text("status")).isEqualTo("PLANNED");
        assertThat(standings(sample)).isEqualTo(before);
        assertThat(subtree("LG", "2024-05-10")).contains("LG-PHUOCHOI", "LG-BINHTAN");
    }

    @Test
    @Order(2)
    void on_its_day_the_tree_is_another_and_the_one_of_yesterday_stays_readable() {
        system.clock("2024-05-20T00:10");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.as("quantri").all("/restructurings"))
                        .isNotEmpty()
                        .allSatisfy(found -> {
                            assertThat(found.path("status").asText()).isEqualTo("APPLIED");
                            assertThat(found.hasNonNull("completedAt")).isTrue();
                        }));
        sample = new Sample(system);

        assertThat(subtree("VN", "2024-05-19"))
                .contains("LG", "LG-BINHTAN", "BT")
                .doesNotContain(MERGED, "LD");
        assertThat(subtree("VN", "2024-05-20"))
                .contains("LD", MERGED, "LG-PHUOCHOI-CB1", "LG-TANAN-CB1")
                .doesNotContain("LG", "LG-BINHTAN", "LG-TANAN", "BT", "LG-BTG");
        assertThat(subtree("LD", "2024-05-20")).contains(MERGED, "LG-PHUOCHOI", "LG-TANTIEN", "BT-BTG");
    }

    @Test
    @Order(3)
    void what_was_open_is_open_at_exactly_one_organisation_and_what_was_settled_stays_where_it_was() {
        var settled = new HashMap<>(before);
        settled.values().removeIf(standing -> !SETTLED.contains(standing));
        var expected = before.entrySet().stream()
                .filter(entry -> !SETTLED.contains(entry.getValue()))
                .map(entry -> inherited(entry.getKey()))
                .filter(key -> !settled.containsKey(key))
                .distinct()
                .sorted()
                .toList();

        await().atMost(SOON).untilAsserted(() -> {
            var after = standings(sample);
            assertThat(after).containsAllEntriesOf(settled);
            var open = after.entrySet().stream()
                    .filter(entry -> !SETTLED.contains(entry.getValue())
                            && !entry.getValue().equals("TRANSFERRED"))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            assertThat(open).isEqualTo(expected);
        });
    }

    @Test
    @Order(4)
    void nobody_is_lost_from_the_roster_and_the_numbers_of_the_town_stay() {
        // somebody joins a cell of the town on 2 May, as the sample has it, and owes a registration from then on
        var expected = new HashMap<>(roster);
        var answered = roster.get("owes") - roster.get("missing");
        expected.put("owes", FROZEN + 1);
        expected.put("missing", FROZEN + 1 - answered);
        await().atMost(SOON).untilAsserted(() -> assertThat(roster()).isEqualTo(expected));
        await().atMost(SOON).untilAsserted(() -> assertThat(done()).isEqualTo(done));
    }

    @Test
    @Order(5)
    void who_held_a_post_at_the_town_holds_none_any_more() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(system.as("canbo.lagi").get(report).status()).isEqualTo(404);
            assertThat(system.as("canbo.lagi").all("/assignments?plan=" + plan)).isEmpty();
        });
    }

    @Test
    @Order(6)
    void a_report_begun_before_goes_up_to_those_who_follow() {
        for (var role : List.of("COMMITTEE_OFFICER", "COMMITTEE_LEADER")) {
            system.as("quantri")
                    .post(
                            "/posts",
                            Map.of(
                                    "organisationId",
                                    sample.id("LD"),
                                    "role",
                                    role,
                                    "holderSubject",
                                    "canbo.lamdong",
                                    "validFrom",
                                    "2024-05-20"))
                    .expect(201);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(system.as("canbo.lamdong").get(report).status())
                                .isEqualTo(200));
        await().atMost(SOON).untilAsserted(() -> {
            var state = system.as("canbo.lagi-tantien").get(report).expect(200).body();
            assertThat(state.path("recipientOrganisationId").asText()).isEqualTo(sample.id("LD"));
            assertThat(state.path("viaOrganisationId").asText()).isEqualTo(sample.id("BT-BTG"));
        });

        system.as("canbo.lagi-tantien").command(report, "submission", null).expect(200);
        system.as("tuyengiao.binhthuan").command(report, "receipt", null).expect(200);
        system.as("tuyengiao.binhthuan").command(report, "forwarding", null).expect(200);
        var accepted = system.as("canbo.lamdong").command(report, "acceptance", null);

        accepted.expect(200);
        assertThat(accepted.body().path("content").path("results").asText()).isEqualTo("Đã quán triệt tại 2 chi bộ.");
    }

    private static Map<String, Object> decision() {
        return Map.of(
                "decision",
                Map.of("number", "202", "symbol", "NQ/TW", "date", "2024-04-12", "issuer", "Trung ương"),
                "effectiveOn",
                "2024-05-20",
                "acts",
                List.of(
                        Map.of(
                                "type",
                                "MERGE",
                                "organisations",
                                List.of(Map.of("code", "LG-BINHTAN"), Map.of("code", "LG-TANAN")),
                                "into",
                                Map.of(
                                        "create",
                                        Map.of(
                                                "code", MERGED,
                                                "name", "Đảng ủy phường Bình Tân",
                                                "kind", "GRASSROOTS_COMMITTEE",
                                                "hierarchy", "PARTY",
                                                "parent", Map.of("code", "BT")))),
                        Map.of(
                                "type",
                                "MERGE",
                                "organisations",
                                List.of(Map.of("code", "LG-BTG")),
                                "into",
                                Map.of("code", "BT-BTG")),
                        Map.of(
                                "type",
                                "DISSOLVE",
                                "organisation",
                                Map.of("code", "LG"),
                                "successor",
                                Map.of("code", "BT")),
                        Map.of(
                                "type",
                                "MERGE",
                                "organisations",
                                List.of(Map.of("code", "BT")),
                                "into",
                                Map.of(
                                        "create",
                                        Map.of(
                                                "code", "LD",
                                                "name", "Tỉnh ủy Lâm Đồng",
                                                "kind", "PROVINCE_COMMITTEE",
                                                "hierarchy", "PARTY",
                                                "parent", Map.of("code", "VN"))))));
    }

    /// Standing by obligation, occurrence and organisation.
    private Map<String, String> standings(Sample names) {
        var standings = new HashMap<String, String>();
        for (var found : system.as("canbo.trunguong").all("/assignments?plan=" + plan)) {
            standings.put(
                    found.path("obligationId").asText() + " "
                            + found.path("occurrence").asText() + " "
                            + names.code(found.path("organisationId").asText()),
                    open(found.path("standing").asText()));
        }
        return standings;
    }

    /// Time alone makes what is awaited overdue.
    private static String open(String standing) {
        return standing.equals("OVERDUE") ? "AWAITED" : standing;
    }

    private static String inherited(String key) {
        var organisation = key.substring(key.lastIndexOf(' ') + 1);
        return key.substring(0, key.lastIndexOf(' ') + 1) + HEIRS.getOrDefault(organisation, organisation);
    }

    /// Earlier journeys are still being added up.
    private void settle() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.metric("plans", "tiendo_outbox_pending"))
                        .isZero());
    }

    private Map<String, Integer> roster() {
        var summary = system.as("canbo.trunguong")
                .get("/campaigns/" + campaign + "/summary?organisation=" + sample.id("VN"))
                .expect(200)
                .body();
        return List.of("owes", "missing", "submitted", "accepted", "exempt", "returned").stream()
                .collect(Collectors.toMap(
                        name -> name, name -> summary.path(name).asInt()));
    }

    private Set<String> subtree(String root, String asOf) {
        return system.as("canbo.trunguong").all("/organisations/" + sample.id(root) + "/subtree?asOf=" + asOf).stream()
                .map(found -> sample.code(found.path("id").asText()))
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> done() {
        return List.of("LG", "LG-PHUOCHOI", "BT", "VN").stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> progress(code).path("assignments").path("done").asInt()));
    }

    private JsonNode progress(String organisation) {
        return system.as("canbo.trunguong")
                .get("/progress?plan=" + plan + "&organisation=" + sample.id(organisation))
                .expect(200)
                .body();
    }
}
