package vn.tiendo.plans.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.plans.plan.PlanProblem.NotSentThroughAnybody;
import vn.tiendo.plans.plan.PlanProblem.WrongSubmissionStatus;

/// The upward axis of a plan: to whom it was sent, through whom, and what they said.
@Embeddable
class Submission {

    @Enumerated(EnumType.STRING)
    private SubmissionStatus submissionStatus = SubmissionStatus.NOT_SUBMITTED;

    private @Nullable UUID submittedToId;
    private @Nullable String submittedToPath;
    private @Nullable UUID submittedViaId;
    private @Nullable String submittedViaPath;
    private @Nullable Instant submittedAt;

    /// Before any correction, and before any amendment of the plan.
    private @Nullable Instant firstSubmittedAt;

    private @Nullable Instant forwardedAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant returnedAt;
    private @Nullable String returnReason;
    private @Nullable Instant returnedUntil;

    /// What takes the place of a plan was first handed in with that.
    static Submission ofAmendment(Submission amended) {
        var submission = new Submission();
        submission.firstSubmittedAt = amended.firstSubmittedAt;
        return submission;
    }

    /// A returned plan may be sent again.
    PlanEvent.What submit(KnownOrganisation to, @Nullable KnownOrganisation via, Instant now) {
        if (submissionStatus != SubmissionStatus.NOT_SUBMITTED && submissionStatus != SubmissionStatus.RETURNED) {
            throw new WrongSubmissionStatus(submissionStatus, SubmissionStatus.NOT_SUBMITTED);
        }
        submissionStatus = SubmissionStatus.SUBMITTED;
        submittedToId = to.id();
        submittedToPath = to.path();
        submittedViaId = via == null ? null : via.id();
        submittedViaPath = via == null ? null : via.path();
        submittedAt = now;
        if (firstSubmittedAt == null) {
            firstSubmittedAt = now;
        }
        forwardedAt = null;
        return PlanEvent.What.SUBMITTED;
    }

    /// The body that receives for the superior passes the plan on; once is enough.
    PlanEvent.What forward(Instant now) {
        require(SubmissionStatus.SUBMITTED);
        if (submittedViaId == null) {
            throw new NotSentThroughAnybody();
        }
        if (forwardedAt == null) {
            forwardedAt = now;
        }
        return PlanEvent.What.FORWARDED;
    }

    PlanEvent.What acknowledge(Instant now) {
        require(SubmissionStatus.SUBMITTED);
        submissionStatus = SubmissionStatus.ACKNOWLEDGED;
        acknowledgedAt = now;
        return PlanEvent.What.ACKNOWLEDGED;
    }

    PlanEvent.What sendBack(String reason, Instant until, Instant now) {
        require(SubmissionStatus.SUBMITTED);
        submissionStatus = SubmissionStatus.RETURNED;
        returnReason = reason;
        returnedUntil = until;
        returnedAt = now;
        return PlanEvent.What.RETURNED;
    }

    /// @param ended the organisation that no longer receives anything
    void redirect(UUID ended, KnownOrganisation successor) {
        if (ended.equals(submittedToId)) {
            submittedToId = successor.id();
            submittedToPath = successor.path();
        }
        if (ended.equals(submittedViaId)) {
            submittedViaId = successor.id();
            submittedViaPath = successor.path();
        }
    }

    private void require(SubmissionStatus needed) {
        if (submissionStatus != needed) {
            throw new WrongSubmissionStatus(submissionStatus, needed);
        }
    }

    SubmissionStatus status() {
        return submissionStatus;
    }

    @Nullable
    UUID submittedToId() {
        return submittedToId;
    }

    @Nullable
    String submittedToPath() {
        return submittedToPath;
    }

    @Nullable
    UUID submittedViaId() {
        return submittedViaId;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    /// Of a plan that was submitted.
    Instant firstSubmittedAt() {
        return Objects.requireNonNull(firstSubmittedAt == null ? submittedAt : firstSubmittedAt);
    }

    @Nullable
    Instant forwardedAt() {
        return forwardedAt;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Instant returnedUntil() {
        return returnedUntil;
    }
}
