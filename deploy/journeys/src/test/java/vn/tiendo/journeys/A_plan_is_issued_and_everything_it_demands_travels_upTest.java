package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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

/// The chain that the system exists for, from the issued plan to the accepted report. Each step builds on the one
/// before.
@ExtendWith(RunningSystem.Resolver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class A_plan_is_issued_and_everything_it_demands_travels_upTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate DAY_OF_THE_ROSTER = LocalDate.of(2024, 3, 13);
    private static final List<String> UP_THE_TREE = List.of("LG-PHUOCHOI-CB1", "LG-PHUOCHOI", "LG");

    private RunningSystem system;
    private Sample sample;
    private String plan;
    private Map<String, String> obligations;
    private String campaign;
    private String registration;

    @BeforeAll
    void find(RunningSystem running) {
        system = running;
        sample = new Sample(system);
        plan = sample.plan("la-gi-2024").path("id").asText();
        obligations = sample.obligations(plan);
        campaign = system.as("canbo.lagi").all("/campaigns").stream()
                .filter(found -> found.path("obligationId").asText().equals(obligations.get("S2-12")))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @Test
    @Order(1)
    void each_of_the_five_plans_has_opened_exactly_what_its_words_demand_of_exactly_those_who_owe_it() {
        for (var document : sample.documents()) {
            var expected = new ExpectedAssignments(sample.described(document), sample.debtors())
                    .of(sample.extracted(document));

            assertThat(opened(document)).as(document).isEqualTo(expected);

            Timings.tell(document + ": " + expected.size() + " assignments as reckoned");
        }
    }

    private List<String> opened(String document) {
        var id = sample.plan(document).path("id").asText();
        var codes = new HashMap<String, String>();
        sample.obligations(id).forEach((code, obligation) -> codes.put(obligation, code));
        return system.as("canbo.trunguong").all("/assignments?plan=" + id).stream()
                .map(assignment -> ExpectedAssignments.line(
                        codes.get(assignment.path("obligationId").asText()),
                        sample.code(assignment.path("organisationId").asText()),
                        assignment))
                .sorted()
                .toList();
    }

    @Test
    @Order(2)
    void a_date_before_which_something_is_due_ends_the_evening_before() {
        var sixMonths = assignment("canbo.lagi", plan, "S2-25", "LG-PHUOCHOI");
        assertThat(sixMonths.path("dueDay").asText()).isEqualTo("2024-05-04");
        assertThat(sixMonths.path("dueAt").asText()).isEqualTo("2024-05-04T17:00:00Z"); // 5 May, 00:00 in Vietnam
        assertThat(sixMonths.path("recipientOrganisationId").asText()).isEqualTo(sample.id("LG"));
        assertThat(sixMonths.path("viaOrganisationId").asText()).isEqualTo(sample.id("LG-BTG"));
        assertThat(sixMonths.path("standing").asText()).isEqualTo("AWAITED");

        var year = assignment("canbo.lagi", plan, "S2-26", "LG-PHUOCHOI");
        assertThat(year.path("dueDay").asText()).isEqualTo("2024-11-09");

        var haTinh = sample.plan("ha-tinh-2024").path("id").asText();
        var threeYears = assignment("canbo.hatinh", haTinh, "S4-35", "HT-HL");
        assertThat(threeYears.path("dueDay").asText()).isEqualTo("2024-02-28");
        assertThat(threeYears.path("standing").asText()).isEqualTo("OVERDUE");

        var bacKan = sample.plan("bac-kan-2024").path("id").asText();
        assertThat(assignments("tuyengiao.tpbackan", bacKan, "S3-01", "BKTP-TTYT"))
                .extracting(found -> found.path("occurrence").asText() + " "
                        + found.path("dueDay").asText())
                .containsExactly("2024 2024-03-29", "2025 2025-03-29");
    }

    @Test
    @Order(3)
    void the_roster_of_the_campaign_is_frozen_unit_by_unit() {
        assertThat(system.as("canbo.lagi")
                        .get("/campaigns/" + campaign)
                        .expect(200)
                        .text("status"))
                .isEqualTo("OPEN");
        var rosters = sample.rosters(Set.copyOf(sample.debtors().get("S2-12")), DAY_OF_THE_ROSTER);

        for (var organisation : sample.below("LG")) {
            var roster = sample.below(organisation).stream()
                    .flatMap(unit -> rosters.getOrDefault(unit, List.of()).stream())
                    .toList();
            var exempt =
                    roster.stream().filter(status -> !status.equals("ACTIVE")).count();
            var summary = summary(organisation);
            assertThat(summary.path("owes").asLong()).as(organisation).isEqualTo(roster.size());
            assertThat(summary.path("exempt").asLong()).as(organisation).isEqualTo(exempt);
        }
        var cell = summary("LG-PHUOCHOI-CB1");
        assertThat(List.of(
                        cell.path("owes").asInt(),
                        cell.path("exempt").asInt(),
                        cell.path("missing").asInt()))
                .containsExactly(9, 3, 6);
    }

    @Test
    @Order(4)
    void a_unit_without_members_has_nothing_left_to_do() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(assignment("canbo.lagi", plan, "S2-12", "LG-PHUOCHOI-CB3")
                                .path("standing")
                                .asText())
                        .isEqualTo("DONE"));
    }

    @Test
    @Order(5)
    void a_member_submits_its_registration_and_it_counts_in_the_cell_the_ward_and_the_town() {
        var before = registrations();
        var own = system.as("nguyen.van.an").all("/registrations?mine=true");
        assertThat(own).hasSize(1);
        registration = "/registrations/" + own.getFirst().path("id").asText();

        var submitted = system.as("nguyen.van.an")
                .command(
                        registration,
                        "submission",
                        Map.of(
                                "content",
                                Map.of(
                                        "study", "Học Chuyên đề năm 2024",
                                        "follow", "Tiếp dân đúng hẹn",
                                        "exemplaryConduct", "Gương mẫu giữ kỷ cương")))
                .expect(200);

        assertThat(submitted.text("status")).isEqualTo("SUBMITTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(registrations()).isEqualTo(changed(before, "submitted", 1)));
        assertThat(summary("LG-PHUOCHOI-CB1").path("submitted").asInt()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void the_cell_accepts_and_the_progress_changes_up_the_tree() {
        var before = registrations();

        system.as("bithu.lagi-phuochoi-cb1")
                .command(registration, "acceptance", null)
                .expect(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(registrations())
                        .isEqualTo(changed(changed(before, "submitted", -1), "accepted", 1)));
        assertThat(system.as("nguyen.van.an")
                        .get(registration)
                        .expect(200)
                        .body()
                        .path("registration")
                        .path("status")
                        .asText())
                .isEqualTo("ACCEPTED");
    }

    @Test
    @Order(7)
    void what_is_to_be_told_on_a_day_is_listed_before_and_arrives_once() {
        system.clock("2024-04-01T20:00");
        await("everything older to be told or passed over")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(List.of("2024-03-26", "2024-03-31", "2024-04-01"))
                        .allSatisfy(day -> assertThat(preview(day, "LG"))
                                .noneMatch(reminder ->
                                        reminder.path("status").asText().equals("PLANNED"))));
        var ofTheWard = reckonedDue("LG-PHUOCHOI", "2024-04-09");
        assertThat(ofTheWard).isEqualTo(3); // the result report, the plan and the breakthrough task
        var listed = preview("2024-04-02", "LG-PHUOCHOI").stream()
                .filter(reminder -> reminder.path("organisationId").asText().equals(sample.id("LG-PHUOCHOI")))
                .map(reminder -> reminder.path("assignmentId").asText())
                .collect(Collectors.toSet());
        assertThat(listed).hasSize(ofTheWard);
        var officer = inbox("canbo.lagi-phuochoi").size();
        var member = inbox("tran.thi.bich.lien").size();
        var done = inbox("nguyen.van.an").size();

        system.clock("2024-04-02T08:00");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inbox("canbo.lagi-phuochoi")).hasSize(officer + ofTheWard));
        assertThat(told("canbo.lagi-phuochoi", "BEFORE_7", "2024-04-09"))
                .extracting(found -> found.path("assignmentId").asText())
                .containsExactlyInAnyOrderElementsOf(listed);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(inbox("tran.thi.bich.lien")).hasSize(member + 1));
        assertThat(inbox("nguyen.van.an")).hasSize(done);

        system.clock("2024-04-02T08:05");
        system.clock("2024-04-02T09:30");
        // The study session of March is three days over then: proof that reminders went on being looked for.
        system.clock("2024-04-03T08:00");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("canbo.lagi-phuochoi", "AFTER_3", "2024-03-31"))
                        .hasSize(1));
        assertThat(inbox("canbo.lagi-phuochoi")).hasSize(officer + ofTheWard + 1);
        assertThat(inbox("tran.thi.bich.lien")).hasSize(member + 1);
        assertThat(inbox("canbo.lagi-phuochoi"))
                .extracting(found ->
                        found.path("assignmentId").asText() + found.path("rung").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(8)
    void the_six_month_report_is_handed_in_forwarded_and_accepted_and_its_assignment_is_done() {
        system.clock("2024-04-20T08:00");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(aboutTheSixMonths("canbo.lagi-phuochoi", "LG-PHUOCHOI"))
                        .containsExactly("BEFORE_14"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(aboutTheSixMonths("canbo.lagi-tantien", "LG-TANTIEN"))
                        .containsExactly("BEFORE_14"));
        var accepted = progress("LG").path("reports").path("accepted").asInt();
        var report = reportOf("canbo.lagi-phuochoi", "LG-PHUOCHOI");

        var etag = system.as("canbo.lagi-phuochoi").get(report).expect(200).etag();
        system.as("canbo.lagi-phuochoi")
                .put(
                        report + "/content",
                        Map.of("results", "Sáu tháng đầu năm: 12 buổi sinh hoạt chuyên đề."),
                        "If-Match",
                        etag)
                .expect(200);
        system.as("canbo.lagi-phuochoi").command(report, "submission", null).expect(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(assignment("canbo.lagi", plan, "S2-25", "LG-PHUOCHOI")
                                .path("standing")
                                .asText())
                        .isEqualTo("SUBMITTED"));
        system.as("tuyengiao.lagi").command(report, "receipt", null).expect(200);
        system.as("tuyengiao.lagi").command(report, "forwarding", null).expect(200);
        var answer = system.as("canbo.lagi").command(report, "acceptance", null).expect(200);

        assertThat(answer.text("status")).isEqualTo("ACCEPTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(assignment("canbo.lagi", plan, "S2-25", "LG-PHUOCHOI")
                                .path("standing")
                                .asText())
                        .isEqualTo("DONE"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                progress("LG").path("reports").path("accepted").asInt())
                        .isEqualTo(accepted + 1));
    }

    @Test
    @Order(9)
    void what_is_done_is_not_reminded_of_any_more() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(preview("2024-04-27", "LG").stream()
                                .filter(reminder ->
                                        reminder.path("obligationId").asText().equals(obligations.get("S2-25")))
                                .map(reminder -> sample.code(
                                        reminder.path("organisationId").asText())))
                        .contains("LG-TANTIEN")
                        .doesNotContain("LG-PHUOCHOI"));

        system.clock("2024-04-27T08:00");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(aboutTheSixMonths("canbo.lagi-tantien", "LG-TANTIEN"))
                        .containsExactlyInAnyOrder("BEFORE_14", "BEFORE_7"));
        assertThat(aboutTheSixMonths("canbo.lagi-phuochoi", "LG-PHUOCHOI")).containsExactly("BEFORE_14");
        assertThat(inbox("canbo.lagi-phuochoi").stream()
                        .filter(found -> found.path("obligationId").asText().equals(obligations.get("S2-25"))))
                .allMatch(found -> found.hasNonNull("resolvedAt"));
    }

    private JsonNode assignment(String user, String ofPlan, String code, String organisation) {
        var found = assignments(user, ofPlan, code, organisation);
        assertThat(found).as(code + " of " + organisation).hasSize(1);
        return found.getFirst();
    }

    private List<JsonNode> assignments(String user, String ofPlan, String code, String organisation) {
        var obligation = sample.obligations(ofPlan).get(code);
        return system
                .as(user)
                .all("/assignments?plan=" + ofPlan + "&obligation=" + obligation + "&organisation="
                        + sample.id(organisation))
                .stream()
                .filter(found -> found.path("organisationId").asText().equals(sample.id(organisation)))
                .toList();
    }

    private JsonNode summary(String organisation) {
        return system.as("canbo.lagi")
                .get("/campaigns/" + campaign + "/summary?organisation=" + sample.id(organisation))
                .expect(200)
                .body();
    }

    private JsonNode progress(String organisation) {
        return system.as("canbo.lagi")
                .get("/progress?plan=" + plan + "&organisation=" + sample.id(organisation))
                .expect(200)
                .body();
    }

    private Map<String, Integer> registrations() {
        var numbers = new HashMap<String, Integer>();
        for (var organisation : UP_THE_TREE) {
            var progress = progress(organisation).path("registrations");
            for (var number : List.of("owes", "submitted", "accepted", "exempt", "returned"))
                numbers.put(organisation + " " + number, progress.path(number).asInt());
        }
        return numbers;
    }

    private static Map<String, Integer> changed(Map<String, Integer> numbers, String number, int by) {
        var changed = new HashMap<>(numbers);
        UP_THE_TREE.forEach(organisation -> changed.merge(organisation + " " + number, by, Integer::sum));
        return changed;
    }

    private int reckonedDue(String organisation, String lastDay) {
        return (int) new ExpectedAssignments(sample.described("la-gi-2024"), sample.debtors())
                .of(sample.extracted("la-gi-2024")).stream()
                        .filter(line -> line.endsWith(" " + organisation + " " + lastDay + "T17:00:00Z"))
                        .count();
    }

    private List<JsonNode> preview(String day, String organisation) {
        return system.as("canbo.lagi")
                .all("/reminder-previews?on=" + day + "&plan=" + plan + "&organisation=" + sample.id(organisation));
    }

    private List<JsonNode> inbox(String user) {
        return new ArrayList<>(system.as(user).all("/notifications?plan=" + plan));
    }

    private List<JsonNode> told(String user, String rung, String dueDay) {
        return inbox(user).stream()
                .filter(found -> found.path("rung").asText().equals(rung)
                        && found.path("dueDay").asText().equals(dueDay))
                .toList();
    }

    /// The rungs on which somebody was told of the six-month report of an organisation.
    private List<String> aboutTheSixMonths(String user, String organisation) {
        return inbox(user).stream()
                .filter(found -> found.path("obligationId").asText().equals(obligations.get("S2-25"))
                        && found.path("organisationId").asText().equals(sample.id(organisation)))
                .map(found -> found.path("rung").asText())
                .toList();
    }

    private String reportOf(String user, String organisation) {
        return system.as(user).all("/reports?plan=" + plan).stream()
                .filter(report -> report.path("obligationId").asText().equals(obligations.get("S2-25"))
                        && report.path("organisationId").asText().equals(sample.id(organisation)))
                .map(report -> "/reports/" + report.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
