package vn.tiendo.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.RollOff;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;

/// The public state of a plan with its obligations on `plans.plan.v1`; the signer's name stays in the API.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanEvent(
        UUID id,
        UUID organisationId,
        PlanType type,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable LocalDate issueDate,
        String title,
        int year,
        LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        RollOff rollOff,
        @Nullable UUID parentPlanId,
        List<UUID> serves,
        List<UUID> themeIds,
        PlanStatus status,
        SubmissionStatus submissionStatus,
        @Nullable UUID submittedToOrganisationId,
        @Nullable UUID submittedViaOrganisationId,
        Instant draftedAt,
        @Nullable Instant adoptedAt,
        @Nullable Instant issuedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant forwardedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant closedAt,
        @Nullable Instant recalledAt,
        @Nullable Instant supersededAt,
        @Nullable UUID amends,
        @Nullable Instant deletedAt,
        List<Demand> obligations) {

    /// What has just happened to a plan.
    enum What {
        DRAFTED,
        ADOPTED,
        ISSUED,
        SUBMITTED,
        FORWARDED,
        ACKNOWLEDGED,
        RETURNED,
        CLOSED,
        RECALLED,
        SUPERSEDED,
        PASSED_ON,
        REDIRECTED,
        DELETED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param reading whether the named day of "trước ngày D" counts
    /// @param serves the superior obligations that it carries out
    /// @param replaces the obligation of the amended plan in whose place it stands
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Demand(
            UUID id,
            String code,
            ObligationKind kind,
            @Nullable String form,
            Obligation.Tier tier,
            String subject,
            ObligationKind.Opens opens,
            @Nullable UUID recipientOrganisationId,
            @Nullable UUID viaOrganisationId,
            @Nullable Integer minCount,
            @Nullable Integer maxCount,
            @Nullable Integer targetCount,
            @Nullable String unit,
            List<String> exempt,
            @Nullable Deadline deadline,
            String reading,
            List<UUID> serves,
            boolean needsAcknowledgement,
            @Nullable UUID replaces) {

        static Demand of(Obligation obligation, boolean namedDayCounts) {
            return new Demand(
                    obligation.id(),
                    obligation.code(),
                    obligation.kind(),
                    obligation.form(),
                    obligation.tier(),
                    obligation.subject(),
                    obligation.opens(),
                    obligation.recipientOrganisationId(),
                    obligation.viaOrganisationId(),
                    obligation.counts().minCount(),
                    obligation.counts().maxCount(),
                    obligation.counts().targetCount(),
                    obligation.counts().unit(),
                    obligation.exempt(),
                    obligation.deadline(),
                    namedDayCounts ? "NAMED_DAY_COUNTS" : "NAMED_DAY_EXCLUDED",
                    obligation.serves(),
                    obligation.needsAcknowledgement(),
                    obligation.replacesId());
        }
    }

    static EventStream<Plan> stream(List<Obligation> obligations) {
        return new EventStream<>("plans.plan.v1", plan -> of(plan, obligations, null));
    }

    /// The last that is heard of a draft.
    static EventStream<Plan> lastOf(List<Obligation> obligations, Instant deletedAt) {
        return new EventStream<>("plans.plan.v1", plan -> of(plan, obligations, deletedAt));
    }

    private static PlanEvent of(Plan plan, List<Obligation> obligations, @Nullable Instant deletedAt) {
        return new PlanEvent(
                plan.id(),
                plan.organisationId(),
                plan.words().type(),
                plan.words().number(),
                plan.words().symbol(),
                plan.words().issueDate(),
                plan.words().title(),
                plan.words().year(),
                plan.words().periodFrom(),
                plan.words().periodTo(),
                plan.words().rollOff(),
                plan.words().parentPlanId(),
                plan.words().serves(),
                plan.words().themeIds(),
                plan.status(),
                plan.submission().status(),
                plan.submission().submittedToId(),
                plan.submission().submittedViaId(),
                plan.draftedAt(),
                plan.adoptedAt(),
                plan.issuedAt(),
                plan.submission().submittedAt(),
                plan.submission().forwardedAt(),
                plan.submission().acknowledgedAt(),
                plan.submission().returnedAt(),
                plan.ending().closedAt(),
                plan.ending().recalledAt(),
                plan.ending().supersededAt(),
                plan.origin().amendsId(),
                deletedAt,
                obligations.stream()
                        .map(obligation -> Demand.of(obligation, plan.namedDayCounts()))
                        .toList());
    }
}
