package vn.tiendo.registrations.campaign;

import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignApi.CampaignView;
import vn.tiendo.registrations.campaign.CampaignApi.OpeningRequest;
import vn.tiendo.registrations.campaign.CampaignApi.ReopeningRequest;
import vn.tiendo.registrations.form.Forms;

/// The commands on campaigns.
@ApplicationScoped
public class CampaignService {

    @Inject
    CampaignRepository campaigns;

    @Inject
    CampaignUnitRepository units;

    @Inject
    Forms forms;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Repeatable: an obligation that has campaigns only hands them what the plan now says.
    @Transactional(Transactional.TxType.MANDATORY)
    void announce(Campaign.Origin origin) {
        var known = campaigns.ofObligations(Set.of(origin.obligationId()));
        if (known.isEmpty() && carryOver(origin)) {
            return;
        }
        if (known.isEmpty()) {
            announce(new Campaign(origin, clock.instant()));
        }
        for (var campaign : known) {
            if (campaign.follow(origin)) {
                outbox.add(Campaign.STREAM, campaign, "amended");
            }
        }
    }

    /// Whatever members have registered for an amended obligation counts for the one in its place.
    ///
    /// @return whether there was anything to carry over
    private boolean carryOver(Campaign.Origin origin) {
        if (origin.replaces() == null) {
            return false;
        }
        var carried = campaigns.ofObligations(Set.of(origin.replaces()));
        for (var campaign : carried) {
            campaign.carryTo(origin);
            outbox.add(Campaign.STREAM, campaign, "amended");
        }
        return !carried.isEmpty();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void announce(Campaign campaign) {
        campaigns.persist(campaign);
        outbox.add(Campaign.STREAM, campaign, "announced");
    }

    /// Takes over from when to when its units owe it.
    @Transactional(Transactional.TxType.MANDATORY)
    void date(Campaign campaign) {
        campaigns.flush();
        var window = units.windowOf(campaign.id());
        if (campaign.lasts(window.from(), window.until())) {
            outbox.add(Campaign.STREAM, campaign, "dated");
        }
    }

    /// A unit was given other dates.
    @Transactional(Transactional.TxType.MANDATORY)
    public void date(UUID id) {
        date(known(id));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void closeAllOf(UUID plan) {
        for (var campaign : campaigns.ofPlan(plan)) {
            if (campaign.closeWithPlan(clock.instant())) {
                outbox.add(Campaign.STREAM, campaign, "closed");
            }
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdrawAllOf(UUID plan) {
        for (var campaign : campaigns.ofPlan(plan)) {
            if (campaign.withdraw(clock.instant())) {
                outbox.add(Campaign.STREAM, campaign, "closed");
            }
        }
    }

    @Transactional
    CampaignView open(UUID id, @Nullable String ifMatch, OpeningRequest request) {
        var actor = currentActor.get();
        var campaign = find(id, actor);
        var post = requireIssuer(actor, campaign);
        ETags.requireMatch(ifMatch, campaign.version());
        var now = clock.instant();
        var today = Days.dayOf(now);
        campaign.open(Objects.requireNonNullElse(request.rosterOn(), today), request.graceDays(), today, now);
        outbox.add(Campaign.STREAM, campaign, "opened");
        audit.record(actor, post, "open-campaign", "campaign", id, CampaignStatus.ANNOUNCED, CampaignView.of(campaign));
        return CampaignView.of(campaign);
    }

    @Transactional
    CampaignView close(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var campaign = find(id, actor);
        var post = requireIssuer(actor, campaign);
        ETags.requireMatch(ifMatch, campaign.version());
        var before = campaign.status();
        if (before == CampaignStatus.OPEN && units.rosterIsBeingWritten(id)) {
            throw new CampaignProblem.RosterBeingWritten();
        }
        campaign.close(clock.instant());
        outbox.add(Campaign.STREAM, campaign, "closed");
        audit.record(actor, post, "close-campaign", "campaign", id, before, CampaignView.of(campaign));
        return CampaignView.of(campaign);
    }

    @Transactional
    CampaignView writeOn(UUID id, @Nullable String ifMatch, UUID formVersion) {
        var actor = currentActor.get();
        var campaign = find(id, actor);
        var post = requireIssuer(actor, campaign);
        ETags.requireMatch(ifMatch, campaign.version());
        forms.requireUsable(formVersion, Objects.requireNonNullElse(campaign.organisationPath(), ""));
        var before = campaign.formVersionId();
        campaign.writeOn(formVersion);
        outbox.add(Campaign.STREAM, campaign, "form-changed");
        audit.record(actor, post, "change-campaign-form", "campaign", id, before, formVersion);
        return CampaignView.of(campaign);
    }

    @Transactional
    CampaignView reopen(UUID id, @Nullable String ifMatch, ReopeningRequest request) {
        var actor = currentActor.get();
        var campaign = find(id, actor);
        var post = requireIssuer(actor, campaign);
        ETags.requireMatch(ifMatch, campaign.version());
        var unit = units.find(id, request.organisationId()).orElseThrow(CampaignProblem.CampaignUnitNotFound::new);
        campaign.reopenFor(unit, request.until(), request.reason(), clock.instant());
        outbox.add(Campaign.STREAM, campaign, "reopened");
        audit.record(actor, post, "reopen-campaign", "campaign", id, null, request);
        return CampaignView.of(campaign);
    }

    /// To be called when a unit's roster is complete.
    @Transactional(Transactional.TxType.MANDATORY)
    public void unitIsFrozen(UUID id) {
        units.flush();
        if (units.allFrozen(id)) {
            var campaign = known(id);
            if (campaign.rosterIsFrozen(clock.instant())) {
                outbox.add(Campaign.STREAM, campaign, "roster-frozen");
            }
        }
    }

    /// @throws IllegalStateException when there is none: only for ids that this service made
    public Campaign known(UUID id) {
        return campaigns
                .findByIdOptional(id)
                .orElseThrow(() -> new IllegalStateException("There is no campaign " + id));
    }

    /// Which of these are open as of this statement, whatever the transaction read of them before.
    public Set<UUID> stillOpen(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : campaigns.openAmong(ids);
    }

    /// Refuses campaigns that do not concern the caller (404).
    @Transactional
    public Campaign get(UUID id) {
        return find(id, currentActor.get());
    }

    @Transactional
    CampaignView view(UUID id) {
        return CampaignView.of(find(id, currentActor.get()));
    }

    @Transactional
    List<CampaignView> page(@Nullable CampaignStatus status, PageRequest page) {
        var actor = currentActor.get();
        return campaigns.page(actor, readable(actor), status, page).stream()
                .map(CampaignView::of)
                .toList();
    }

    private Campaign find(UUID id, Actor actor) {
        return campaigns.find(id, actor, readable(actor)).orElseThrow(CampaignProblem.CampaignNotFound::new);
    }

    private static HeldPost requireIssuer(Actor actor, Campaign campaign) {
        var path = Objects.requireNonNullElse(campaign.organisationPath(), "");
        return actor.require(path, COMMITTEE_OFFICER, COMMITTEE_LEADER);
    }

    /// The subtrees whose campaigns, rosters and numbers an actor may see.
    public static Reach readable(Actor actor) {
        return actor.reach(COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }
}
