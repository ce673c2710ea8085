package vn.tiendo.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.plans.PlansWorld.aHolder;
import static vn.tiendo.plans.PlansWorld.get;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.plans.obligation.DebtorRepository;
import vn.tiendo.plans.obligation.Debtors;
import vn.tiendo.plans.obligation.ObligationService;

/// Everything that the five real plans demand is stored, dated and assigned, and nothing is dropped: each obligation is
/// compared with the gold extraction and with the reviewed table of who owes it.
@QuarkusTest
class FiveExamplesTest {

    /// How often each obligation that comes back is owed in its plan, counted by hand; all others are owed once.
    private static final Map<String, Integer> TIMES = Map.ofEntries(
            Map.entry("S2-08", 12), // every month of 2024
            Map.entry("S3-01", 2),
            Map.entry("S3-02", 2),
            Map.entry("S3-03", 2),
            Map.entry("S3-05", 2), // once in 2024 and once in 2025
            Map.entry("S3-06", 2),
            Map.entry("S5-01", 5), // every year from 2021 to 2025
            Map.entry("S5-09", 5),
            Map.entry("S5-13", 5),
            Map.entry("S5-14", 5),
            Map.entry("S5-20", 5));

    private static final Map<String, Integer> DEMANDS = Map.of(
            "binh-duong-2024.txt", 31,
            "la-gi-2024.txt", 30,
            "bac-kan-2024.txt", 11,
            "ha-tinh-2024.txt", 50,
            "bac-ninh-2021.txt", 24);

    /// The kinds that put nothing on anybody's list: rules, and what stands on record only.
    private static final Set<String> RULES = Set.of("EXEMPTION_RULE", "EVALUATION_CRITERION");
    private static final Set<String> ON_RECORD =
            Set.of("EXEMPLARY_CONDUCT", "PUBLIC_CRITICISM", "INCIDENT_REPORT", "ASSIGNMENT", "MONITORING", "FUNDING");

    private static final List<String> WORDS = List.of(
            "kind",
            "form",
            "tier",
            "subject",
            "recipient",
            "via",
            "adviser",
            "coordinators",
            "copyTo",
            "inspectionSubjects",
            "exemptionDecidedBy",
            "status",
            "quote",
            "quoteParts",
            "deadlineQuote",
            "note");

    @Inject
    ObligationService obligations;

    @Inject
    DebtorRepository debtorsOfTheTree;

    private final SampleCampaign sample = new SampleCampaign();
    private final TreeMap<String, String> table = new TreeMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void every_obligation_of_the_five_plans_is_stored_dated_and_assigned() throws IOException {
        sample.loadTree();
        for (var document : new TreeSet<>(DEMANDS.keySet())) {
            var plan = sample.issue(document);
            compare(document, plan);
        }
        var lines = new ArrayList<String>();
        lines.add("| id | kind | form | opens | debtors | recipient | via | deadline | last days | counts | exempt |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
        lines.addAll(table.values());
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "five-examples.md"), lines);
        assertThat(table).hasSize(146);
        softly.assertAll();
    }

    private void compare(String document, UUID plan) throws JsonProcessingException {
        var auditor = aHolder("AUDITOR", sample.id(sample.issuerOf(document)));
        var stored = byCode(auditor, plan);
        var opened = assignments(auditor, plan);
        var demands = sample.demands(document);
        softly.assertThat(stored.keySet())
                .as("the codes of " + document)
                .isEqualTo(StreamSupport.stream(demands.spliterator(), false)
                        .map(demand -> demand.path("id").asText())
                        .collect(Collectors.toSet()));
        softly.assertThat(demands.size()).as(document).isEqualTo(DEMANDS.get(document));
        for (var demand : demands) {
            var code = demand.path("id").asText();
            var kept = stored.get(code);
            if (kept != null) {
                check(
                        document,
                        demand,
                        kept,
                        opened.getOrDefault(kept.path("id").asText(), List.of()));
            }
        }
    }

    private void check(String document, JsonNode demand, JsonNode kept, List<JsonNode> opened)
            throws JsonProcessingException {
        var code = demand.path("id").asText();
        WORDS.forEach(field -> softly.assertThat(kept.get(field))
                .as(code + " " + field)
                .isEqualTo(demand.hasNonNull(field) ? demand.get(field) : null));
        softly.assertThat(kept.path("optional").asBoolean())
                .as(code + " optional")
                .isEqualTo(demand.path("optional").asBoolean());
        softly.assertThat(SampleCampaign.plain(kept.path("exempt")))
                .as(code + " exempt")
                .isEqualTo(demand.has("exempt") ? SampleCampaign.plain(demand.path("exempt")) : List.of());
        softly.assertThat(said(kept.get("deadline"))).as(code + " deadline").isEqualTo(said(demand.get("deadline")));
        softly.assertThat(counts(kept.path("counts"))).as(code + " counts").isEqualTo(counts(demand));
        checkParties(code, kept);
        var debtors = checkDebtors(document, code, kept);
        var opens = opens(demand);
        softly.assertThat(kept.path("opens").asText()).as(code + " opens").isEqualTo(opens);
        if (opens.equals("ASSIGNMENT") || opens.equals("CAMPAIGN")) {
            checkAssignments(code, demand, kept, opened, debtors);
        } else {
            softly.assertThat(opened).as(code + " opens nothing").isEmpty();
        }
        table.put(code, row(code, demand, kept, opened, debtors));
    }

    /// What issuing opens, from the words of the design and the gold file, not from the code.
    private static String opens(JsonNode demand) {
        var kind = demand.path("kind").asText();
        var counted =
                demand.hasNonNull("minCount") || demand.hasNonNull("maxCount") || demand.hasNonNull("targetCount");
        if (RULES.contains(kind) || demand.path("form").asText().equals("APPROVAL_RULE")) {
            return "RULE";
        }
        if (ON_RECORD.contains(kind)) {
            return "NOTHING";
        }
        var dated = demand.hasNonNull("deadline");
        var ongoing = demand.path("deadline").path("type").asText().equals("ONGOING");
        if ((demand.path("tier").asText().equals("CONTEXT") && !dated && !counted) || (ongoing && !counted)) {
            return "NOTHING";
        }
        return kind.equals("INDIVIDUAL_REGISTRATION") ? "CAMPAIGN" : "ASSIGNMENT";
    }

    private void checkParties(String code, JsonNode kept) {
        var reviewed = sample.reviewed(code);
        var recipient = reviewed.path("recipient").asText("");
        softly.assertThat(kept.path("recipientIsParent").asBoolean())
                .as(code + " goes to the superior")
                .isEqualTo(recipient.equals("PARENT"));
        softly.assertThat(nameOf(kept.get("recipientOrganisationId")))
                .as(code + " recipient")
                .isEqualTo(recipient.isEmpty() || recipient.equals("PARENT") ? null : recipient);
        softly.assertThat(nameOf(kept.get("viaOrganisationId")))
                .as(code + " via")
                .isEqualTo(reviewed.hasNonNull("via") ? reviewed.path("via").asText() : null);
    }

    private @Nullable String nameOf(@Nullable JsonNode id) {
        return id == null || id.isNull() ? null : sample.code(UUID.fromString(id.asText()));
    }

    /// The predicate that is stored, resolved by the service, against the reviewed list and against the file.
    private Set<String> checkDebtors(String document, String code, JsonNode kept) throws JsonProcessingException {
        var reviewed = new TreeSet<String>();
        sample.reviewed(code).path("organisations").forEach(name -> reviewed.add(name.asText()));
        var day = LocalDate.parse(
                sample.documents.path(document).path("issueDate").asText());
        softly.assertThat(sample.evaluated(code, day)).as(code + " by the file").isEqualTo(reviewed);
        var predicate = SampleCampaign.JSON.treeToValue(kept.path("debtors"), Debtors.class);
        var found = QuarkusTransaction.requiringNew()
                .call(() -> debtorsOfTheTree.page(predicate, sample.id(sample.issuerOf(document)), day, "", 1000));
        var resolved = new TreeSet<String>();
        found.forEach(debtor -> resolved.add(sample.code(debtor.organisationId())));
        softly.assertThat(resolved).as(code + " by the service").isEqualTo(reviewed);
        return reviewed;
    }

    private void checkAssignments(
            String code, JsonNode demand, JsonNode kept, List<JsonNode> opened, Set<String> debtors) {
        var expected = new HashSet<String>();
        var days = lastDays(code, demand.path("deadline"));
        for (var debtor : debtors) {
            days.forEach(day -> expected.add(debtor + " " + day));
        }
        var actual = opened.stream()
                .map(each ->
                        sample.code(UUID.fromString(each.path("organisationId").asText())) + " "
                                + (each.hasNonNull("dueDay")
                                        ? each.path("dueDay").asText()
                                        : "undated " + each.path("occurrence").asText()))
                .toList();
        var undated = days.stream().anyMatch(day -> day.startsWith("undated"));
        if (undated) {
            softly.assertThat(actual.stream().map(each -> each.split(" ")[0]).collect(Collectors.toSet()))
                    .as(code + " is owed by")
                    .isEqualTo(debtors);
            softly.assertThat(actual).as(code + " has no day").allMatch(each -> each.contains(" undated "));
            softly.assertThat(actual).as(code + " times").hasSize(debtors.size() * days.size());
        } else {
            softly.assertThat(actual).as(code + " is owed").containsExactlyInAnyOrderElementsOf(expected);
        }
        for (var each : opened) {
            var debtor = sample.code(UUID.fromString(each.path("organisationId").asText()));
            var recipient = sample.reviewed(code).path("recipient").asText("");
            softly.assertThat(nameOf(each.get("recipientOrganisationId")))
                    .as(code + " of " + debtor + " goes to")
                    .isEqualTo(
                            recipient.isEmpty()
                                    ? null
                                    : recipient.equals("PARENT") ? sample.parentOf(debtor) : recipient);
            softly.assertThat(nameOf(each.get("viaOrganisationId")))
                    .as(code + " of " + debtor + " goes through")
                    .isEqualTo(nameOf(kept.get("viaOrganisationId")));
            if (each.hasNonNull("dueDay")) {
                softly.assertThat(each.path("dueAt").asText())
                        .as(code + " of " + debtor)
                        .isEqualTo(each.path("dueDay").asText() + "T17:00:00Z");
            }
            if (demand.path("status").asText().equals("COMPLETED")) {
                softly.assertThat(each.path("standing").asText()).as(code).isEqualTo("DONE");
            }
        }
    }

    /// The last on-time day of each time that it is owed, read off the gold file by hand's rules.
    private static List<String> lastDays(String code, JsonNode deadline) {
        var type = deadline.path("type").asText();
        var named = new ArrayList<LocalDate>();
        if (type.equals("BEFORE_DATE") || type.equals("WITHIN_PERIOD")) {
            deadline.path("occurrences").forEach(day -> named.add(LocalDate.parse(day.asText())));
            if (named.isEmpty()) {
                named.add(LocalDate.parse(deadline.path(type.equals("BEFORE_DATE") ? "date" : "to")
                        .asText()));
            }
        }
        if (!named.isEmpty()) {
            return named.stream()
                    .map(day -> (type.equals("BEFORE_DATE") ? day.minusDays(1) : day).toString())
                    .toList();
        }
        return java.util.Collections.nCopies(TIMES.getOrDefault(code, 1), "undated");
    }

    /// Without what is null, and without zeros behind the point.
    private static @Nullable Object said(@Nullable JsonNode deadline) {
        if (deadline == null || deadline.isNull()) {
            return null;
        }
        var kept = ((ObjectNode) deadline).deepCopy();
        kept.properties().removeIf(entry -> entry.getValue().isNull());
        return SampleCampaign.plain(kept);
    }

    private static Map<String, Object> counts(JsonNode given) {
        var counts = new TreeMap<String, Object>();
        for (var field : List.of("minCount", "maxCount", "targetCount", "unit", "perPeriod")) {
            if (given.hasNonNull(field)) {
                counts.put(field, SampleCampaign.plain(given.get(field)));
            }
        }
        return counts;
    }

    private String row(String code, JsonNode demand, JsonNode kept, List<JsonNode> opened, Set<String> debtors) {
        var days = opened.stream()
                .map(each -> each.path("dueDay").asText("undated"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "| "
                + String.join(
                        " | ",
                        code,
                        demand.path("kind").asText(),
                        demand.path("form").asText("–"),
                        kept.path("opens").asText(),
                        debtors.size() + ": " + String.join(" ", debtors),
                        kept.path("recipientIsParent").asBoolean()
                                ? "superior"
                                : Objects.requireNonNullElse(nameOf(kept.get("recipientOrganisationId")), "–"),
                        Objects.requireNonNullElse(nameOf(kept.get("viaOrganisationId")), "–"),
                        demand.hasNonNull("deadline")
                                ? demand.path("deadline").path("type").asText() + " “"
                                        + demand.path("deadline").path("raw").asText() + "”"
                                : "–",
                        opened.isEmpty() ? "–" : opened.size() + " × " + days,
                        counts(demand).isEmpty() ? "–" : counts(demand).toString(),
                        demand.has("exempt") ? demand.path("exempt").size() + " groups" : "–")
                + " |";
    }

    private static Map<String, JsonNode> byCode(String reader, UUID plan) {
        var found = new HashMap<String, JsonNode>();
        all(reader, "/api/v1/plans/" + plan + "/obligations?limit=200")
                .forEach(each -> found.put(each.path("code").asText(), each));
        return found;
    }

    private static Map<String, List<JsonNode>> assignments(String reader, UUID plan) {
        return all(reader, "/api/v1/assignments?limit=200&plan=" + plan).stream()
                .collect(Collectors.groupingBy(each -> each.path("obligationId").asText()));
    }

    private static List<JsonNode> all(String reader, String path) {
        var items = new ArrayList<JsonNode>();
        var next = path;
        while (next != null) {
            var page = get(reader, next);
            page.then().statusCode(200);
            try {
                var read = SampleCampaign.JSON.readTree(page.asString());
                read.path("items").forEach(items::add);
                next = read.hasNonNull("nextCursor")
                        ? path + "&cursor=" + read.path("nextCursor").asText()
                        : null;
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return items;
    }
}
