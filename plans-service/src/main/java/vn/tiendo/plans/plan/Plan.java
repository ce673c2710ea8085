package vn.tiendo.plans.plan;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.plan.PlanApi.PlanContent;
import vn.tiendo.plans.plan.PlanProblem.AuthorCannotAdopt;
import vn.tiendo.plans.plan.PlanProblem.DraftWasSubmitted;
import vn.tiendo.plans.plan.PlanProblem.NumberSymbolAndDateRequired;
import vn.tiendo.plans.plan.PlanProblem.WrongPlanStatus;

/// A plan document. Downward it goes from draft to issued, upward from submitted to acknowledged.
@Entity
@DynamicUpdate // paths follow the tree by statements on the table; what did not change here is not written back
public class Plan implements Versioned {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private String organisationPath;

    @Embedded
    private PlanWords words;

    private String authorId;

    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.DRAFT;

    @Embedded
    private Submission submission = new Submission();

    /// How the issuer reads "trước ngày D", as it stood when the plan was issued.
    private @Nullable Boolean namedDayCounts;

    private Instant draftedAt;
    private @Nullable Instant adoptedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant assignmentsOpenedAt;

    /// When anything about the plan last changed, for systems that ask what is new.
    private Instant changedAt;

    @Embedded
    private @Nullable Adoption adoption;

    @Embedded
    private @Nullable Ending ending;

    @Embedded
    private @Nullable Origin origin;

    protected Plan() {}

    Plan(KnownOrganisation organisation, PlanContent content, String authorId, Instant now) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.organisationPath = organisation.path();
        this.authorId = authorId;
        this.draftedAt = now;
        this.changedAt = now;
        this.words = new PlanWords(content);
    }

    /// A draft that is to take the place of an issued plan.
    static Plan amending(Plan issued, KnownOrganisation organisation, PlanContent content, String author, Instant now) {
        issued.require(PlanStatus.ISSUED);
        var draft = new Plan(organisation, content, author, now);
        draft.origin = Origin.amending(issued.id);
        draft.submission = Submission.ofAmendment(issued.submission);
        return draft;
    }

    /// A draft for another year made from a plan.
    static Plan rolledFrom(
            Plan earlier, KnownOrganisation organisation, PlanContent content, String author, Instant now) {
        var draft = new Plan(organisation, content, author, now);
        draft.origin = Origin.rolledFrom(earlier.id);
        return draft;
    }

    /// Rewrites a draft, or an adopted plan that a superior returned, which must then be adopted anew; whoever writes
    /// last is its author.
    void rewrite(PlanContent content, String writer, Instant now) {
        takeBackToDraft(writer, now);
        words = new PlanWords(content);
    }

    /// Before anything in it changes.
    void takeBackToDraft(String writer, Instant now) {
        if (status == PlanStatus.ADOPTED && submission.status() == SubmissionStatus.RETURNED) {
            status = PlanStatus.DRAFT;
            adoption = null;
            adoptedAt = null;
        }
        require(PlanStatus.DRAFT);
        authorId = writer;
        changedAt = now;
    }

    /// @throws WrongPlanStatus when it is no draft
    /// @throws DraftWasSubmitted when it was adopted and submitted before it came back
    void requireNeverAdopted() {
        require(PlanStatus.DRAFT);
        if (submission.submittedAt() != null) {
            throw new DraftWasSubmitted();
        }
    }

    /// @throws AuthorCannotAdopt authors do not approve their own plan
    PlanEvent.What adopt(Adoption vote, String leader, Instant now) {
        require(PlanStatus.DRAFT);
        if (leader.equals(authorId)) {
            throw new AuthorCannotAdopt();
        }
        vote.requireCarried(Days.dayOf(now));
        status = PlanStatus.ADOPTED;
        adoption = vote;
        adoptedAt = now;
        return PlanEvent.What.ADOPTED;
    }

    /// Binds the subordinates from now on.
    ///
    /// @param beforeDateIncludesNamedDay the issuer's reading of "trước ngày D", kept for good
    PlanEvent.What issue(boolean beforeDateIncludesNamedDay, Instant now) {
        require(PlanStatus.ADOPTED);
        if (!words.isIdentifiable()) {
            throw new NumberSymbolAndDateRequired();
        }
        status = PlanStatus.ISSUED;
        namedDayCounts = beforeDateIncludesNamedDay;
        issuedAt = now;
        return PlanEvent.What.ISSUED;
    }

    /// Sends the plan upward. A returned plan may be sent again.
    PlanEvent.What submit(KnownOrganisation to, @Nullable KnownOrganisation via, Instant now) {
        if (status != PlanStatus.ADOPTED && status != PlanStatus.ISSUED) {
            throw new WrongPlanStatus(status, PlanStatus.ADOPTED);
        }
        return submission.submit(to, via, now);
    }

    PlanEvent.What forward(Instant now) {
        return submission.forward(now);
    }

    PlanEvent.What acknowledge(Instant now) {
        return submission.acknowledge(now);
    }

    /// @param until first instant that is too late for the corrected plan
    PlanEvent.What sendBack(String reason, Instant until, Instant now) {
        return submission.sendBack(reason, until, now);
    }

    PlanEvent.What close(Instant now) {
        require(PlanStatus.ISSUED);
        status = PlanStatus.CLOSED;
        ending = Ending.closed(now);
        return PlanEvent.What.CLOSED;
    }

    /// Takes back what was issued; what is open is owed no more.
    PlanEvent.What recall(String reason, Instant now) {
        require(PlanStatus.ISSUED);
        status = PlanStatus.RECALLED;
        ending = Ending.recalled(reason, now);
        return PlanEvent.What.RECALLED;
    }

    PlanEvent.What supersede(UUID amendment, Instant now) {
        require(PlanStatus.ISSUED);
        status = PlanStatus.SUPERSEDED;
        ending = Ending.supersededBy(amendment, now);
        return PlanEvent.What.SUPERSEDED;
    }

    /// Noted with every change, whatever it was.
    void changed(Instant now) {
        changedAt = now;
    }

    /// What has not been issued goes on under the successor of its organisation.
    PlanEvent.What passTo(KnownOrganisation successor, Instant now) {
        if (status != PlanStatus.DRAFT && status != PlanStatus.ADOPTED) {
            throw new WrongPlanStatus(status, PlanStatus.DRAFT);
        }
        origin = origin().passedOn(organisationId, now);
        organisationId = successor.id();
        organisationPath = successor.path();
        return PlanEvent.What.PASSED_ON;
    }

    /// What an ended organisation would have received, its successor receives.
    PlanEvent.What redirect(UUID ended, KnownOrganisation successor) {
        submission.redirect(ended, successor);
        return PlanEvent.What.REDIRECTED;
    }

    void assignmentsOpened(Instant now) {
        assignmentsOpenedAt = now;
    }

    private void require(PlanStatus needed) {
        if (status != needed) {
            throw new WrongPlanStatus(status, needed);
        }
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    PlanWords words() {
        return words;
    }

    PlanStatus status() {
        return status;
    }

    Submission submission() {
        return submission;
    }

    boolean namedDayCounts() {
        return Boolean.TRUE.equals(namedDayCounts);
    }

    Instant draftedAt() {
        return draftedAt;
    }

    @Nullable
    Instant adoptedAt() {
        return adoptedAt;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    Adoption adoption() {
        return adoption;
    }

    Ending ending() {
        return Objects.requireNonNullElse(ending, Ending.NONE);
    }

    Origin origin() {
        return Objects.requireNonNullElse(origin, Origin.NONE);
    }

    @Nullable
    Instant assignmentsOpenedAt() {
        return assignmentsOpenedAt;
    }
}
