package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.deadline.Slack;
import vn.tiendo.plans.obligation.Counts;

/// The JSON of how deadlines are read.
final class DeadlineApi {

    private DeadlineApi() {}

    /// @param year previews a whole year; otherwise periodFrom is needed
    /// @param organisationId whose reading of "trước ngày D" and whose calendar count
    /// @param namedDayCounts whether "trước ngày D" lets D itself count; absent means as the organisation reads it
    /// @param counts a count with a period makes one occurrence per period
    /// @param tiers levels below the issuer to show, 1 when absent
    record PreviewRequest(
            @NotNull @Valid Deadline deadline,
            @Nullable @Min(2000) @Max(2100) Integer year,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable RollOff rollOff,
            @Nullable UUID organisationId,
            @Nullable Boolean namedDayCounts,
            @Nullable @Valid Counts counts,
            @Nullable @Valid Slack slack,
            @Nullable @Size(max = 20) List<@NotNull @Min(0) @Max(20) Integer> tiers) {}

    /// @param rule stable code
    /// @param sentence the same in words, in the language of the answer
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ExplainedStep(Rule rule, @Nullable LocalDate day, Map<String, String> facts, String sentence) {
        static ExplainedStep of(Occurrence.Step step, DeadlineSentences sentences) {
            return new ExplainedStep(step.rule(), step.day(), step.facts(), sentences.of(step));
        }
    }

    /// @param tier levels below the issuer for which it holds
    /// @param dueAt the first instant that is too late
    /// @param time the hour of the last day from which it is too late
    /// @param proposedDay a day that a person may confirm; nothing is due before that
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadOccurrence(
            String label,
            int tier,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowTo,
            @Nullable LocalDate lastDay,
            @Nullable LocalTime time,
            @Nullable Instant dueAt,
            @Nullable LocalDate proposedDay,
            @Nullable LocalDate doneOn,
            List<ExplainedStep> steps) {

        static ReadOccurrence of(Occurrence occurrence, int tier, DeadlineSentences sentences) {
            return new ReadOccurrence(
                    occurrence.label(),
                    tier,
                    occurrence.windowFrom(),
                    occurrence.windowTo(),
                    occurrence.lastDay(),
                    occurrence.time(),
                    occurrence.dueAt().orElse(null),
                    occurrence.proposedDay(),
                    occurrence.doneOn(),
                    occurrence.steps().stream()
                            .map(step -> ExplainedStep.of(step, sentences))
                            .toList());
        }
    }

    /// How the words were taken.
    ///
    /// @param namedDayCounts whether "trước ngày D" lets D itself count
    record Reading(LocalDate periodFrom, @Nullable LocalDate periodTo, boolean namedDayCounts, RollOff rollOff) {}

    record Preview(Reading readAs, List<ReadOccurrence> occurrences) {}

    /// The document that a sentence stands in.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentIdentity(
            UUID planId,
            PlanType type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable LocalDate issueDate,
            UUID issuerOrganisationId,
            @Nullable String issuer,
            String title) {}

    /// @param raw the phrase, verbatim
    /// @param quote the sentence that it stands in, verbatim; deadlineQuote and quoteParts where it is broken up
    /// @param readAs how the words were taken
    /// @param reading what the words give for this assignment, step by step
    /// @param shifts what has happened to the day since, oldest first
    /// @param dueDay last on-time day that holds now
    /// @param openUntil first instant that is too late as things stand
    /// @param movedByHand a person has set the day that holds
    /// @param movedByCalendar how changes of the working calendar have moved it, oldest first
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Explanation(
            UUID assignmentId,
            DocumentIdentity document,
            String obligationCode,
            String subject,
            @Nullable String raw,
            @Nullable String quote,
            @Nullable List<String> quoteParts,
            @Nullable String deadlineQuote,
            @Nullable Deadline deadline,
            Reading readAs,
            @Nullable ReadOccurrence reading,
            List<ExplainedStep> shifts,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            @Nullable Instant openUntil,
            boolean movedByHand,
            List<CalendarChangeApi.Move> movedByCalendar) {}
}
