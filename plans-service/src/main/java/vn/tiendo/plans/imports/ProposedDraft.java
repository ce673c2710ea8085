package vn.tiendo.plans.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.imports.Resolution.Parties;
import vn.tiendo.plans.imports.reader.ReadDeadline;
import vn.tiendo.plans.imports.reader.ReadDocument;
import vn.tiendo.plans.imports.reader.ReadFacts;
import vn.tiendo.plans.imports.reader.ReadObligation;
import vn.tiendo.plans.obligation.Counts;
import vn.tiendo.plans.plan.PlanType;

/// Writes what was read as the plan that it would be, in the JSON of plans. What the document does not say is left out,
/// so a draft may lack what a plan must have until a person adds it.
final class ProposedDraft {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Set<String> TYPES =
            Arrays.stream(PlanType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PERIODS =
            Arrays.stream(Counts.Period.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /// Below this a proposal is shown, but does not enter the draft by itself.
    private static final double LIKELY = 0.5;

    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_QUOTE = 5000;
    private static final int MOST_OBLIGATIONS = 300;
    private static final int MOST_PARTS = 20;

    private ProposedDraft() {}

    static JsonNode of(UUID organisation, ReadDocument reading, Resolution resolution) {
        var plan = head(organisation, reading.document());
        var obligations = plan.putArray("obligations");
        for (var read : reading.obligations()) {
            if (obligations.size() < MOST_OBLIGATIONS) {
                obligations.add(obligation(read, resolution.obligations().getOrDefault(read.id(), Parties.UNKNOWN)));
            }
        }
        return plan;
    }

    private static ObjectNode head(UUID organisation, ReadFacts facts) {
        var plan = JSON.createObjectNode();
        plan.put("organisationId", organisation.toString());
        var summarised = facts.summarises();
        if (summarised != null) {
            // An article is not the plan: the plan is what it tells of.
            put(plan, "type", TYPES.contains(summarised.type()) ? summarised.type() : null);
            put(plan, "number", summarised.number());
            put(plan, "symbol", summarised.symbol());
            put(plan, "issueDate", text(summarised.issueDate()));
        } else {
            put(plan, "type", TYPES.contains(facts.type()) ? facts.type() : null);
            put(plan, "number", facts.number());
            put(plan, "symbol", facts.symbol());
            put(plan, "issueDate", text(facts.issueDate()));
        }
        put(plan, "title", clipped(facts.title(), LONGEST_WORDS));
        if (facts.planYear() != null) {
            plan.put("year", facts.planYear());
        }
        if (facts.period() != null) {
            put(plan, "periodFrom", text(facts.period().from()));
            put(plan, "periodTo", text(facts.period().to()));
        }
        var signer = facts.signer();
        if (signer != null && signer.name() != null) {
            var node = plan.putObject("signer");
            node.put("name", signer.name());
            put(node, "position", signer.position());
            put(node, "capacity", signer.capacity());
        }
        plan.set("document", DocumentPartsOf.facts(facts, JSON));
        return plan;
    }

    private static ObjectNode obligation(ReadObligation read, Parties parties) {
        var node = JSON.createObjectNode();
        node.put("code", read.id());
        node.put("kind", read.kind().name());
        put(node, "form", read.form());
        node.put("tier", read.tier().name());
        put(node, "subject", clipped(read.subject(), 2 * LONGEST_WORDS));
        node.set("debtors", debtors(parties));
        if (parties.recipient() != null) {
            node.put(
                    "recipientOrganisationId",
                    parties.recipient().organisationId().toString());
        }
        if (parties.recipientIsParent() != null) {
            node.put("recipientIsParent", parties.recipientIsParent());
        }
        if (parties.via() != null) {
            node.put("viaOrganisationId", parties.via().organisationId().toString());
        }
        var deadline = soundDeadline(read.deadline());
        if (deadline != null) {
            node.set("deadline", deadline);
        }
        counts(read, node);
        list(node, "exempt", read.exempt());
        if (read.optional() != null) {
            node.put("optional", read.optional());
        }
        put(node, "quote", clipped(read.quote(), LONGEST_QUOTE));
        put(node, "recipient", clipped(read.recipient(), LONGEST_WORDS));
        put(node, "via", clipped(read.via(), LONGEST_WORDS));
        list(node, "coordinators", read.coordinators());
        list(node, "inspectionSubjects", read.inspectionSubjects());
        put(node, "status", read.status());
        put(node, "deadlineQuote", clipped(read.deadlineQuote(), 2 * LONGEST_WORDS));
        list(node, "quoteParts", read.quoteParts());
        return node;
    }

    private static JsonNode debtors(Parties parties) {
        if (parties.debtors() != null && parties.debtors().confidence() >= LIKELY) {
            return JSON.valueToTree(parties.debtors().predicate());
        }
        var nobody = JSON.createObjectNode();
        nobody.putArray("anyOf");
        nobody.putArray("except");
        return nobody;
    }

    /// A deadline that names no day the way its form needs it stays out until a person gives the day.
    private static @Nullable JsonNode soundDeadline(@Nullable ReadDeadline read) {
        if (read == null) {
            return null;
        }
        var node = JSON.valueToTree(read);
        try {
            return JSON.treeToValue(node, Deadline.class).faults().isEmpty() ? node : null;
        } catch (com.fasterxml.jackson.core.JsonProcessingException notOfThatForm) {
            return null;
        }
    }

    /// Whether the draft carries the deadline that was read.
    static boolean carries(@Nullable ReadDeadline read) {
        return soundDeadline(read) != null;
    }

    private static void counts(ReadObligation read, ObjectNode obligation) {
        if (read.minCount() == null && read.maxCount() == null && read.targetCount() == null) {
            return;
        }
        var node = obligation.putObject("counts");
        number(node, "minCount", read.minCount());
        number(node, "maxCount", read.maxCount());
        number(node, "targetCount", read.targetCount());
        put(node, "unit", clipped(read.unit(), 200));
        put(
                node,
                "perPeriod",
                read.perPeriod() != null && PERIODS.contains(read.perPeriod()) ? read.perPeriod() : null);
    }

    private static void number(ObjectNode node, String field, @Nullable Integer value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(field, value);
        }
    }

    private static void list(ObjectNode node, String field, List<String> values) {
        var kept = values.stream()
                .filter(value -> !value.isBlank())
                .limit(MOST_PARTS)
                .map(value -> Objects.requireNonNull(clipped(value, LONGEST_WORDS)))
                .toList();
        if (!kept.isEmpty()) {
            ArrayNode array = node.putArray(field);
            kept.forEach(array::add);
        }
    }

    static @Nullable String clipped(@Nullable String words, int most) {
        return words == null || words.length() <= most ? words : words.substring(0, most);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
