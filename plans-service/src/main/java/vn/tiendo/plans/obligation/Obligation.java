package vn.tiendo.plans.obligation;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.deadline.Deadline;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.Occurrences;
import vn.tiendo.plans.deadline.Slack;
import vn.tiendo.plans.obligation.ObligationApi.ObligationContent;
import vn.tiendo.plans.obligation.ObligationKind.Opens;

/// One thing that a plan demands. It is part of its plan and never changes once the plan is issued.
@Entity
public class Obligation {

    /// Whether an importer must find it, or it only gives direction.
    public enum Tier {
        CORE,
        CONTEXT
    }

    /// What the document itself says of it; an obligation that it does not report as done is open.
    public enum Status {
        COMPLETED
    }

    @Id
    private UUID id;

    private UUID planId;
    private int position;
    private String code;

    @Enumerated(EnumType.STRING)
    private ObligationKind kind;

    private @Nullable String form;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private String subject;

    @Convert(converter = DebtorsText.class)
    private Debtors debtors;

    private @Nullable UUID recipientOrganisationId;
    private boolean recipientIsParent;
    private @Nullable UUID viaOrganisationId;

    @Convert(converter = DeadlineText.class)
    private @Nullable Deadline deadline;

    @Convert(converter = SlackText.class)
    private @Nullable Slack slack;

    @Embedded
    private @Nullable Counts counts;

    @Convert(converter = WordsText.class)
    private List<String> exempt;

    private boolean optional;
    private @Nullable String quote;

    @Convert(converter = ObligationWordsText.class)
    private @Nullable ObligationWords words;

    @Enumerated(EnumType.STRING)
    private @Nullable Status status;

    /// The superior obligations that it carries out.
    @Convert(converter = IdsText.class)
    private List<UUID> serves;

    /// A plan fulfils it once acknowledged, not when it is submitted.
    private boolean needsAcknowledgement;

    /// The year of the plan from which its dates were moved on.
    private @Nullable Integer recomputedFromYear;

    /// The obligation of the amended plan in whose place it stands.
    private @Nullable UUID replacesId;

    /// The first of those that replaced one another: the same for all of them, its own id where it replaces none.
    private UUID originId;

    /// Where the fan-out into assignments has got to: the path of the last organisation served.
    private @Nullable String openedUpTo;

    private @Nullable Instant openedAt;

    protected Obligation() {}

    public Obligation(UUID planId, int position, ObligationContent content) {
        this(planId, position, content, null);
    }

    /// @param replaced the obligation of the amended plan in whose place it stands
    Obligation(UUID planId, int position, ObligationContent content, @Nullable Obligation replaced) {
        this.id = Uuid7.next();
        this.replacesId = replaced == null ? null : replaced.id;
        this.originId = replaced == null ? id : replaced.originId;
        this.planId = planId;
        this.position = position;
        this.code = content.code();
        this.kind = content.kind();
        this.form = content.form();
        this.tier = content.tier();
        this.subject = content.subject();
        this.debtors = content.debtors();
        this.recipientOrganisationId = content.recipientOrganisationId();
        this.recipientIsParent = Boolean.TRUE.equals(content.recipientIsParent());
        this.viaOrganisationId = content.viaOrganisationId();
        this.deadline = content.deadline();
        this.slack = content.slack();
        this.counts = content.counts();
        this.exempt = content.exempt() == null ? List.of() : List.copyOf(content.exempt());
        this.optional = Boolean.TRUE.equals(content.optional());
        this.quote = content.quote();
        this.words = ObligationWords.of(content);
        this.status = content.status();
        this.serves = content.serves() == null ? List.of() : List.copyOf(content.serves());
        this.needsAcknowledgement = Boolean.TRUE.equals(content.needsAcknowledgement());
        this.recomputedFromYear = content.recomputedFromYear();
    }

    /// What issuing opens for it: by its kind, and only when there is something to be on time with or to count.
    public Opens opens() {
        if (kind.opens() == Opens.RULE || "APPROVAL_RULE".equals(form)) {
            return Opens.RULE;
        }
        if (status == Status.COMPLETED && deadline == null) {
            return Opens.NOTHING; // done, and on no day that could be kept
        }
        var trackable = tier == Tier.CORE || deadline != null || counts().isGiven();
        var ongoing = deadline != null && deadline.type() == vn.tiendo.plans.deadline.DeadlineType.ONGOING;
        return trackable && !(ongoing && !counts().isGiven()) ? kind.opens() : Opens.NOTHING;
    }

    /// A count with a period owes one assignment per period; everything else follows the deadline.
    ///
    /// @param tier levels below the issuer; the lower ones may have to be ready earlier
    public List<Occurrence> occurrences(Occurrences reading, int tier) {
        return occurrences(deadline, counts, slack, reading, tier);
    }

    /// The same for what is only being written.
    public static List<Occurrence> occurrences(
            @Nullable Deadline deadline,
            @Nullable Counts counts,
            @Nullable Slack slack,
            Occurrences reading,
            int tier) {
        var period = counts == null ? null : counts.perPeriod();
        return reading.at(
                period == null ? reading.of(deadline) : reading.perPeriod(deadline, period.months()), slack, tier);
    }

    /// Notes how far the fan-out has got; it goes on behind that path.
    public void openedUpTo(String path) {
        openedUpTo = path;
    }

    public void opened(Instant now) {
        openedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public int position() {
        return position;
    }

    public String code() {
        return code;
    }

    public ObligationKind kind() {
        return kind;
    }

    public @Nullable String form() {
        return form;
    }

    public Tier tier() {
        return tier;
    }

    public String subject() {
        return subject;
    }

    public Debtors debtors() {
        return debtors;
    }

    public @Nullable UUID recipientOrganisationId() {
        return recipientOrganisationId;
    }

    public boolean recipientIsParent() {
        return recipientIsParent;
    }

    public @Nullable UUID viaOrganisationId() {
        return viaOrganisationId;
    }

    public @Nullable Deadline deadline() {
        return deadline;
    }

    @Nullable
    public Slack slack() {
        return slack;
    }

    public Counts counts() {
        return Objects.requireNonNullElse(counts, Counts.NONE);
    }

    @Nullable
    Counts givenCounts() {
        return counts().isGiven() || counts().perPeriod() != null ? counts() : null;
    }

    public List<String> exempt() {
        return exempt;
    }

    boolean isOptional() {
        return optional;
    }

    public @Nullable String quote() {
        return quote;
    }

    public ObligationWords words() {
        return Objects.requireNonNullElse(words, ObligationWords.NONE);
    }

    public @Nullable Status status() {
        return status;
    }

    public List<UUID> serves() {
        return serves;
    }

    public boolean needsAcknowledgement() {
        return needsAcknowledgement;
    }

    @Nullable
    Integer recomputedFromYear() {
        return recomputedFromYear;
    }

    public @Nullable UUID replacesId() {
        return replacesId;
    }

    public UUID originId() {
        return originId;
    }

    public @Nullable String openedUpTo() {
        return openedUpTo;
    }

    public @Nullable Instant openedAt() {
        return openedAt;
    }
}
