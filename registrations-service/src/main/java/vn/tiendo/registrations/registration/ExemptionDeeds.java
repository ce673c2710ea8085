package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.campaign.RosterLedger.Kind;
import vn.tiendo.registrations.registration.RegistrationGate.Asked;
import vn.tiendo.registrations.registration.Transitions.Step;

/// What an exemption does to the registration that it is about: its status, its event, the numbers and the roster.
@ApplicationScoped
public class ExemptionDeeds {

    private static final Step EXEMPT = new Step("exempt-member", "exempted");
    private static final Step REVIEW = new Step("review-exemption", "exemption-reviewed");
    private static final Step REVOKE = new Step("revoke-exemption", "owed");
    private static final Step OPT_IN = new Step("opt-in", "owed");

    @Inject
    RegistrationGate gate;

    @Inject
    Transitions transitions;

    @Inject
    RosterLedger ledger;

    @Inject
    OwnDueDates dates;

    /// The registration that is exempted.
    public record Subject(UUID registrationId, UUID campaignId, UUID memberId, UUID organisationId) {}

    /// Refuses what is neither the caller's own nor in reach (404).
    ///
    /// @return whether it is the caller's own
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean seen(UUID registration) {
        return gate.seen(registration).found().own();
    }

    /// Before anything is said of versions: who may not act is not told whether another has acted (403).
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireReviewer(UUID registration) {
        gate.requireReviewer(gate.seen(registration));
    }

    /// The same for what only the member does.
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireOwn(UUID registration) {
        gate.own(registration);
    }

    /// By those who review the registration; nobody exempts oneself.
    @Transactional(Transactional.TxType.MANDATORY)
    public Subject exempt(UUID id, ExemptBy by, Instant now) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        asked.found().openness().requireOpenToReview(now);
        transitions.carryOut(registration, asked.actor(), post, EXEMPT, now, exempted -> exempted.exempt(by, now));
        write(registration, Kind.EXEMPTED, 1, now);
        return new Subject(
                registration.id(), registration.campaignId(), registration.memberId(), registration.organisationId());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void review(UUID id, ExemptBy by, Instant now) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        transitions.carryOut(
                asked.registration(), asked.actor(), post, REVIEW, now, reviewed -> reviewed.exemptStill(by));
    }

    /// By those who review the registration: the member owes again, with some days to write.
    @Transactional(Transactional.TxType.MANDATORY)
    public void revoke(UUID id, Instant now) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        oweAgain(asked, asked.actor(), post, REVOKE, Kind.EXEMPTION_REVOKED, now);
    }

    /// By the member itself, which need not but will register.
    @Transactional(Transactional.TxType.MANDATORY)
    public void optIn(UUID id, Instant now) {
        var asked = gate.own(id);
        oweAgain(asked, asked.actor(), null, OPT_IN, Kind.OPTED_IN, now);
    }

    private void oweAgain(Asked asked, Actor actor, @Nullable HeldPost post, Step step, Kind kind, Instant now) {
        var registration = asked.registration();
        asked.found().openness().requireOpenToReview(now);
        var due = dates.fromNow(registration.dueAt(), now);
        transitions.carryOut(registration, actor, post, step, now, owing -> owing.oweAgain(due));
        write(registration, kind, -1, now);
    }

    private void write(Registration registration, Kind kind, int exempt, Instant now) {
        ledger.add(
                new Change(
                        registration.campaignId(),
                        registration.unitId(),
                        kind,
                        registration.memberId(),
                        0,
                        exempt,
                        Days.dayOf(now)),
                now);
    }
}
