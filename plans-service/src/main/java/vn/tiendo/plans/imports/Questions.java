package vn.tiendo.plans.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.Sentences;
import vn.tiendo.plans.imports.PlanImportApi.QuestionView;
import vn.tiendo.plans.imports.Resolution.Parties;
import vn.tiendo.plans.imports.reader.ReadDocument;
import vn.tiendo.plans.imports.reader.ReadDocument.Question;
import vn.tiendo.plans.imports.reader.ReadObligation;

/// What a person must still answer: what the document leaves open, and whom its words may mean.
final class Questions {

    /// Below this a proposal is put as a question too.
    private static final double SURE = 0.7;

    private Questions() {}

    /// @param draft what the person has made of it so far
    static List<QuestionView> open(
            ReadDocument reading, Resolution resolution, JsonNode draft, List<Locale> languages) {
        var questions = new ArrayList<Question>();
        reading.questions().stream()
                .filter(question -> !isAnswered(question, draft))
                .forEach(questions::add);
        if (draft.path("type").asText("").isEmpty()) {
            questions.add(new Question(null, "type", "which-type"));
        }
        askForIssuer(questions, reading, resolution, draft);
        for (var read : reading.obligations()) {
            var parties = resolution.obligations().getOrDefault(read.id(), Parties.UNKNOWN);
            var drafted = obligation(draft, read.id());
            if (drafted != null) {
                askForParties(questions, read, parties, drafted);
            }
        }
        return questions.stream()
                .map(question -> new QuestionView(
                        question.obligation(),
                        question.field(),
                        question.code(),
                        Sentences.of(
                                languages, "import-question-" + question.code(), Map.of("field", question.field()))))
                .toList();
    }

    private static void askForIssuer(
            List<Question> questions, ReadDocument reading, Resolution resolution, JsonNode draft) {
        var named = reading.document().issuer();
        var found = resolution.issuer();
        if (named != null
                && (found == null
                        || !found.organisationId()
                                .toString()
                                .equals(draft.path("organisationId").asText()))) {
            questions.add(new Question(null, "organisationId", "confirm-issuer"));
        }
    }

    private static void askForParties(
            List<Question> questions, ReadObligation read, Parties parties, JsonNode drafted) {
        boolean nobody = drafted.path("debtors").path("anyOf").isEmpty();
        if (nobody) {
            questions.add(new Question(read.id(), "debtors", "which-organisations"));
        } else if (parties.debtors() != null
                && parties.debtors().confidence() < SURE
                && isAsProposed(parties, drafted)) {
            questions.add(new Question(read.id(), "debtors", "confirm-organisations"));
        }
        if (read.recipient() != null
                && !drafted.hasNonNull("recipientOrganisationId")
                && !drafted.path("recipientIsParent").asBoolean()) {
            questions.add(new Question(read.id(), "recipientOrganisationId", "which-recipient"));
        }
        if (read.via() != null && !drafted.hasNonNull("viaOrganisationId")) {
            questions.add(new Question(read.id(), "viaOrganisationId", "which-via"));
        }
        if (read.deadline() != null && !ProposedDraft.carries(read.deadline()) && !drafted.hasNonNull("deadline")) {
            questions.add(new Question(read.id(), "deadline", "set-a-day"));
        }
    }

    private static boolean isAsProposed(Parties parties, JsonNode drafted) {
        var organisations = drafted.path("debtors").path("anyOf").path(0).path("kinds");
        var proposed = Objects.requireNonNull(parties.debtors())
                .predicate()
                .anyOf()
                .getFirst()
                .kinds();
        return proposed != null && organisations.size() == proposed.size();
    }

    private static boolean isAnswered(Question question, JsonNode draft) {
        var field = question.field().equals("planYear") ? "year" : question.field();
        if (question.obligation() == null) {
            return field.equals("issuer") || draft.hasNonNull(field);
        }
        var drafted = obligation(draft, question.obligation());
        if (drafted == null) {
            return true;
        }
        return switch (question.code()) {
            case "who-owes" -> drafted.hasNonNull("subject");
            case "confirm-year" ->
                !drafted.path("deadline").path("yearInherited").asBoolean();
            case "which-period" ->
                !drafted.path("deadline")
                        .path("recurrence")
                        .path("freq")
                        .asText()
                        .equals("UNSPECIFIED");
            case "set-a-day" ->
                drafted.path("deadline").hasNonNull("date")
                        && !drafted.path("deadline").path("vague").asBoolean();
            default -> false;
        };
    }

    private static @Nullable JsonNode obligation(JsonNode draft, String code) {
        for (var each : draft.path("obligations")) {
            if (each.path("code").asText().equals(code)) {
                return each;
            }
        }
        return null;
    }
}
