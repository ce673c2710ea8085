package vn.tiendo.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A plan of the town that asks many organisations for many things, so that there is something to count.
final class SpareTask {
    private final RunningSystem system;
    private final Sample sample;
    final String plan;
    final int assignments;
    private List<JsonNode> open = List.of();

    private static final Map<String, Object> VOTE = Map.of(
            "body",
            "COLLECTIVE_LEADERSHIP",
            "heldOn",
            "2024-03-12",
            "present",
            11,
            "inFavour",
            11,
            "against",
            0,
            "abstained",
            0);

    private SpareTask(RunningSystem system, Sample sample, String plan, int assignments) {
        this.system = system;
        this.sample = sample;
        this.plan = plan;
        this.assignments = assignments;
    }

    /// Drafted and adopted.
    static SpareTask adopted(RunningSystem system, Sample sample, String number, int obligations) {
        var debtors = sample.debtors().get("S2-12").stream().map(sample::id).toList();
        var tasks = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= obligations; i++) {
            tasks.add(Map.of(
                    "code",
                    "T-" + i,
                    "kind",
                    "GENERIC_TASK",
                    "tier",
                    "CORE",
                    "subject",
                    "Các cơ quan, đơn vị",
                    "debtors",
                    Map.of("anyOf", List.of(Map.of("organisations", debtors)), "except", List.of()),
                    "deadline",
                    Map.of("type", "BY_DATE", "date", "2024-11-" + (10 + i % 20))));
        }
        var draft = new HashMap<String, Object>(Map.of(
                "organisationId",
                sample.id("LG"),
                "type",
                "PLAN",
                "number",
                number,
                "symbol",
                "KH/TU",
                "issueDate",
                "2024-03-13",
                "title",
                "Nhiệm vụ bổ sung " + number,
                "year",
                2024,
                "periodFrom",
                "2024-01-01",
                "periodTo",
                "2024-12-31",
                "obligations",
                tasks));
        var id = system.as("canbo.lagi").post("/plans", draft).expect(201).text("id");
        system.as("lanhdao.lagi").command("/plans/" + id, "adoption", VOTE).expect(200);
        return new SpareTask(system, sample, id, obligations * debtors.size());
    }

    void issue() {
        system.as("lanhdao.lagi").command("/plans/" + plan, "issuance", null).expect(200);
    }

    void awaitOpened() {
        await("the assignments to be opened")
                .atMost(Duration.ofSeconds(30))
                .until(() -> system.as("lanhdao.lagi")
                        .get("/plans/" + plan)
                        .expect(200)
                        .body()
                        .hasNonNull("assignmentsOpenedAt"));
        open = system.as("lanhdao.lagi").all("/assignments?plan=" + plan);
    }

    /// One of its assignments that has not been asked for before.
    Reply waive(int which) {
        return system.as("lanhdao.lagi")
                .command(
                        "/assignments/" + open.get(which).path("id").asText(),
                        "waiver",
                        Map.of("reason", "Đã thực hiện trong nhiệm vụ khác"));
    }

    /// Numbers of the town as reporting tells them; nothing while it has not heard of the plan.
    Map<String, Long> progress() {
        var reply = system.as("canbo.lagi").get("/progress?plan=" + plan + "&organisation=" + sample.id("LG"));
        return reply.status() == 200 ? numbers(reply.body().path("assignments")) : Map.of();
    }

    private static Map<String, Long> numbers(JsonNode counted) {
        var numbers = new HashMap<String, Long>();
        counted.properties().forEach(entry -> {
            if (entry.getValue().asLong() != 0)
                numbers.put(entry.getKey(), entry.getValue().asLong());
        });
        return numbers;
    }

    /// The same numbers, counted one by one at plans.
    Map<String, Long> recount() {
        var names = Map.of(
                "AWAITED", "awaited",
                "SUBMITTED", "submitted",
                "DONE", "done",
                "DONE_LATE", "doneLate",
                "OVERDUE", "overdue",
                "UNDATED", "undated",
                "WAIVED", "waived");
        var numbers = new HashMap<String, Long>();
        for (var assignment : system.as("canbo.lagi").all("/assignments?plan=" + plan)) {
            numbers.merge(names.get(assignment.path("standing").asText()), 1L, Long::sum);
            numbers.merge("total", 1L, Long::sum);
        }
        return numbers;
    }
}
