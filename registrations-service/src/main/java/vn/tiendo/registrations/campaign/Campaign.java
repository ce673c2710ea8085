package vn.tiendo.registrations.campaign;

import static vn.tiendo.registrations.campaign.CampaignStatus.ANNOUNCED;
import static vn.tiendo.registrations.campaign.CampaignStatus.CLOSED;
import static vn.tiendo.registrations.campaign.CampaignStatus.OPEN;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.form.Forms;
import vn.tiendo.registrations.member.MemberStatus;

/// One occurrence of an obligation to register, opened for the members of the organisations that owe it.
@Entity
@DynamicUpdate
public class Campaign implements Versioned {

    static final EventStream<Campaign> STREAM = new EventStream<>("registrations.campaign.v1", CampaignEvent::of);

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID planId;
    private UUID obligationId;
    private @Nullable String occurrence;
    private UUID organisationId;
    private @Nullable String organisationPath;
    private @Nullable String form;
    private String title;
    private String[] exemptStatuses;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status = ANNOUNCED;

    private @Nullable LocalDate opensOn;
    private @Nullable Instant dueAt;
    private Instant announcedAt;
    private @Nullable Instant openedAt;
    private @Nullable LocalDate rosterOn;
    private @Nullable Instant rosterFrozenAt;
    private @Nullable Instant closedAt;
    private boolean closedWithPlan;
    private @Nullable Instant withdrawnAt;
    private UUID formVersionId;
    private @Nullable Integer graceDays;

    @ElementCollection
    @CollectionTable(name = "campaign_reopening", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 200)
    private List<Reopening> reopenings = new ArrayList<>();

    protected Campaign() {}

    Campaign(Origin origin, Instant now) {
        planId = origin.planId;
        obligationId = origin.obligationId;
        organisationId = origin.organisationId;
        form = origin.form;
        formVersionId = Forms.defaultFor(origin.form);
        title = origin.title;
        exemptStatuses = names(origin.exempt);
        announcedAt = now;
    }

    /// What the plan says of the obligation.
    ///
    /// @param replaces the obligation of an amended plan in whose place it stands
    record Origin(
            UUID planId,
            UUID obligationId,
            UUID organisationId,
            @Nullable String form,
            String title,
            Set<MemberStatus> exempt,
            @Nullable UUID replaces) {}

    /// The plan was amended before the campaign opened.
    ///
    /// @return whether that changed anything
    boolean follow(Origin origin) {
        var exempt = names(origin.exempt);
        if (status != ANNOUNCED
                || (title.equals(origin.title)
                        && Objects.equals(form, origin.form)
                        && Arrays.equals(exemptStatuses, exempt))) {
            return false;
        }
        title = origin.title;
        if (formVersionId.equals(Forms.defaultFor(form))) {
            formVersionId = Forms.defaultFor(origin.form);
        }
        form = origin.form;
        exemptStatuses = exempt;
        return true;
    }

    /// The plan was amended: the campaign goes on under the obligation that takes the place of its own.
    void carryTo(Origin origin) {
        planId = origin.planId;
        obligationId = origin.obligationId;
        follow(origin);
    }

    /// The same obligation in another year or quarter is a campaign of its own.
    Campaign forOccurrence(String other, Instant now) {
        var origin = new Origin(planId, obligationId, organisationId, form, title, exempt(), null);
        var campaign = new Campaign(origin, now);
        campaign.organisationPath = organisationPath;
        campaign.occurrence = other;
        campaign.formVersionId = formVersionId;
        return campaign;
    }

    void happensIn(String named) {
        occurrence = named;
    }

    /// @return whether that changed anything
    boolean lasts(@Nullable LocalDate from, @Nullable Instant until) {
        if (Objects.equals(opensOn, from) && Objects.equals(dueAt, until)) {
            return false;
        }
        opensOn = from;
        dueAt = until;
        return true;
    }

    /// @param day who belongs to a unit on this day owes; today at the latest
    /// @param grace days for which what comes late is still taken; until the campaign is closed when absent
    void open(LocalDate day, @Nullable Integer grace, LocalDate today, Instant now) {
        require(ANNOUNCED);
        if (day.isAfter(today)) {
            throw new CampaignProblem.RosterInTheFuture(day);
        }
        status = OPEN;
        openedAt = now;
        rosterOn = day;
        graceDays = grace;
    }

    /// All units that are known have their roster; units that are named later are frozen for the same day.
    ///
    /// @return whether this is the first time
    boolean rosterIsFrozen(Instant now) {
        if (rosterFrozenAt != null) {
            return false;
        }
        rosterFrozenAt = now;
        return true;
    }

    /// New drafts are written on this version of a form; what is written already keeps its own.
    void writeOn(UUID version) {
        if (status == CLOSED) {
            throw new CampaignProblem.WrongCampaignStatus(status, OPEN);
        }
        formVersionId = version;
    }

    /// Lets the members of one unit write again until a day, be the campaign closed or its grace over.
    void reopenFor(CampaignUnit unit, LocalDate until, String reason, Instant now) {
        if (status == ANNOUNCED) {
            throw new CampaignProblem.WrongCampaignStatus(status, OPEN);
        }
        if (closedWithPlan) {
            throw new CampaignProblem.PlanIsOver();
        }
        if (until.isBefore(Days.dayOf(now))) {
            throw new CampaignProblem.ReopeningInThePast(until);
        }
        reopenings.add(new Reopening(unit.id(), unit.organisationId(), until, reason, now));
        unit.reopenUntil(until);
    }

    /// The plan was closed or recalled: nothing opens again, what was closed before neither.
    ///
    /// @return whether it was open until now
    boolean closeWithPlan(Instant now) {
        closedWithPlan = true;
        if (status == CLOSED) {
            return false;
        }
        close(now);
        return true;
    }

    /// The plan was recalled, or its amendment has dropped the obligation: what is not in is owed by nobody.
    ///
    /// @return whether it was open until now
    boolean withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
        }
        return closeWithPlan(now);
    }

    void close(Instant now) {
        if (status == CLOSED) {
            throw new CampaignProblem.WrongCampaignStatus(status, OPEN);
        }
        status = CLOSED;
        closedAt = now;
    }

    private void require(CampaignStatus needed) {
        if (status != needed) {
            throw new CampaignProblem.WrongCampaignStatus(status, needed);
        }
    }

    private static String[] names(Set<MemberStatus> statuses) {
        return statuses.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /// Members with one of these statuses are exempt by the rule of the plan.
    public Set<MemberStatus> exempt() {
        return Arrays.stream(exemptStatuses)
                .map(MemberStatus::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemberStatus.class)));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public UUID planId() {
        return planId;
    }

    public UUID obligationId() {
        return obligationId;
    }

    @Nullable
    String occurrence() {
        return occurrence;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable
    String organisationPath() {
        return organisationPath;
    }

    @Nullable
    String form() {
        return form;
    }

    String title() {
        return title;
    }

    CampaignStatus status() {
        return status;
    }

    @Nullable
    LocalDate opensOn() {
        return opensOn;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    /// @return the day whose memberships decide who owes; absent until the campaign opens
    public @Nullable LocalDate rosterOn() {
        return rosterOn;
    }

    @Nullable
    Instant rosterFrozenAt() {
        return rosterFrozenAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    UUID formVersionId() {
        return formVersionId;
    }

    @Nullable
    Integer graceDays() {
        return graceDays;
    }

    List<Reopening> reopenings() {
        return List.copyOf(reopenings);
    }
}
