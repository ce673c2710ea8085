package vn.tiendo.plans;

import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.anIssuedPlan;
import static vn.tiendo.plans.PlansWorld.post;
import static vn.tiendo.plans.PlansWorld.root;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The tree of the sample and its five plans, loaded through the service's interface, and the reviewed table of who
/// owes what, evaluated over the file itself.
final class SampleCampaign {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("..", "deploy", "sample");
    private static final List<String> TAKEN_AS_THEY_STAND = List.of(
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
            "deadline",
            "exempt",
            "exemptionDecidedBy",
            "optional",
            "status",
            "quote",
            "quoteParts",
            "deadlineQuote",
            "note");
    private static final List<String> COUNTS = List.of("minCount", "maxCount", "targetCount", "unit", "perPeriod");

    private final Map<String, CSVRecord> rows = new LinkedHashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, String> codes = new HashMap<>();
    private final Map<String, JsonNode> debtors = new HashMap<>();
    final JsonNode documents = json("documents.json");

    SampleCampaign() {
        json("debtors.json").forEach(row -> debtors.put(row.path("id").asText(), row));
        try (var reader = Files.newBufferedReader(FOLDER.resolve("organisations.csv"))) {
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .forEach(row -> rows.put(row.get("code"), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Creates every organisation; codes are set apart from those of other tests.
    void loadTree() {
        var apart = UUID.randomUUID().toString().substring(0, 6) + "-";
        for (var row : rows.values()) {
            var code = row.get("code");
            if (row.get("parentCode").isEmpty()) {
                know(code, root());
                continue;
            }
            var body = new HashMap<String, Object>();
            body.put("parentId", id(row.get("parentCode")));
            body.put("code", apart + code);
            List.of("name", "kind", "hierarchy", "validFrom").forEach(column -> body.put(column, row.get(column)));
            if (!row.get("validTo").isEmpty()) {
                body.put("validTo", row.get("validTo"));
            }
            know(
                    code,
                    UUID.fromString(post(FIRST_ADMINISTRATOR, "/api/v1/organisations", body)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id")));
        }
    }

    private void know(String code, UUID id) {
        ids.put(code, id);
        codes.put(id, code);
    }

    UUID id(String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    String code(UUID id) {
        return Objects.requireNonNull(codes.get(id), () -> "an organisation outside the sample: " + id);
    }

    String parentOf(String code) {
        return rows.get(code).get("parentCode");
    }

    String issuerOf(String document) {
        return documents.path(document).path("organisation").asText();
    }

    JsonNode demands(String document) {
        return json("examples/" + document.replace(".txt", ".expected.json")).path("obligations");
    }

    JsonNode reviewed(String obligation) {
        return Objects.requireNonNull(debtors.get(obligation), obligation);
    }

    /// Drafts, adopts and issues the document, and waits until its assignments are open.
    UUID issue(String document) {
        var identity = documents.path(document);
        var content = new HashMap<String, Object>();
        content.put("organisationId", id(issuerOf(document)));
        List.of("type", "number", "symbol", "issueDate", "title", "periodFrom", "periodTo", "rollOff")
                .forEach(field -> content.put(field, identity.path(field).asText()));
        content.put("year", identity.path("year").asInt());
        var obligations = new ArrayList<Map<String, Object>>();
        demands(document).forEach(demand -> obligations.add(obligation(demand)));
        content.put("obligations", obligations);
        return anIssuedPlan(id(issuerOf(document)), content);
    }

    private Map<String, Object> obligation(JsonNode demand) {
        var code = demand.path("id").asText();
        var owed = reviewed(code);
        var obligation = new HashMap<String, Object>();
        obligation.put("code", code);
        for (var field : TAKEN_AS_THEY_STAND) {
            if (demand.hasNonNull(field)) {
                obligation.put(field, plain(demand.get(field)));
            }
        }
        var counts = new HashMap<String, Object>();
        COUNTS.stream().filter(demand::hasNonNull).forEach(field -> counts.put(field, plain(demand.get(field))));
        if (!counts.isEmpty()) {
            obligation.put("counts", counts);
        }
        var predicate = new HashMap<String, Object>();
        var groups = new ArrayList<Object>();
        owed.path("debtors").path("anyOf").forEach(group -> groups.add(group(group)));
        predicate.put("anyOf", groups);
        predicate.put("except", idsOf(owed.path("debtors").path("except")));
        obligation.put("debtors", predicate);
        if (owed.path("recipient").asText().equals("PARENT")) {
            obligation.put("recipientIsParent", true);
        } else if (owed.hasNonNull("recipient")) {
            obligation.put("recipientOrganisationId", id(owed.path("recipient").asText()));
        }
        if (owed.hasNonNull("via")) {
            obligation.put("viaOrganisationId", id(owed.path("via").asText()));
        }
        return obligation;
    }

    private Map<String, Object> group(JsonNode written) {
        var group = new HashMap<String, Object>();
        written.properties().forEach(entry -> group.put(entry.getKey(), plain(entry.getValue())));
        if (written.has("under")) {
            group.put("under", id(written.path("under").asText()));
        }
        if (written.has("organisations")) {
            group.put("organisations", idsOf(written.path("organisations")));
        }
        return group;
    }

    private List<UUID> idsOf(JsonNode names) {
        var found = new ArrayList<UUID>();
        names.forEach(name -> found.add(id(name.asText())));
        return found;
    }

    /// Who owes it by the predicate, found in the file by walking up from every organisation.
    TreeSet<String> evaluated(String obligation, LocalDate day) {
        var owed = reviewed(obligation).path("debtors");
        var found = new TreeSet<String>();
        for (var group : owed.path("anyOf")) {
            group.path("organisations").forEach(name -> found.add(name.asText()));
            if (group.has("kinds")) {
                rows.values().stream().filter(row -> fits(row, group, day)).forEach(row -> found.add(row.get("code")));
            }
        }
        owed.path("except").forEach(name -> found.remove(name.asText()));
        return found;
    }

    private boolean fits(CSVRecord row, JsonNode group, LocalDate day) {
        var kinds = new TreeSet<String>();
        group.path("kinds").forEach(kind -> kinds.add(kind.asText()));
        var exists = !LocalDate.parse(row.get("validFrom")).isAfter(day)
                && (row.get("validTo").isEmpty()
                        || !LocalDate.parse(row.get("validTo")).isBefore(day));
        int steps = 0;
        var above = row.get("code");
        while (!above.isEmpty() && !above.equals(group.path("under").asText())) {
            above = parentOf(above);
            steps++;
        }
        return exists
                && !above.isEmpty()
                && kinds.contains(row.get("kind"))
                && steps >= group.path("tierFrom").asInt()
                && steps <= group.path("tierTo").asInt();
    }

    static Object plain(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Object>() {});
    }

    private static JsonNode json(String file) {
        try {
            return JSON.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
