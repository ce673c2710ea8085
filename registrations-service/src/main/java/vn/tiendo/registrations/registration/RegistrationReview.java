package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.workingcalendar.WorkingCalendarRepository;
import vn.tiendo.registrations.campaign.RosterLedger;
import vn.tiendo.registrations.campaign.RosterLedger.Change;
import vn.tiendo.registrations.registration.Transitions.Step;

/// What the units do with what has come in.
@ApplicationScoped
class RegistrationReview {

    static final Step ACCEPT = new Step("accept-registration", "accepted");
    static final Step GIVE_BACK = new Step("return-registration", "returned");

    private static final int WORKING_DAYS_TO_MEND = 5;

    @Inject
    RegistrationGate gate;

    @Inject
    Transitions transitions;

    @Inject
    RosterExemptions exemptions;

    @Inject
    RosterLedger ledger;

    @Inject
    WorkingCalendarRepository calendar;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional
    Registration accept(UUID id, @Nullable String ifMatch) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        ETags.requireMatch(ifMatch, registration.version());
        var now = clock.instant();
        transitions.carryOut(registration, asked.actor(), post, ACCEPT, now, accepted -> accepted.accept(now));
        optIn(registration, now);
        return registration;
    }

    /// Whoever is exempt counts among those who owe from the acceptance on.
    void optIn(Registration accepted, Instant now) {
        if (accepted.exemptedAt() != null) {
            exemptions.optedIn(accepted.id(), now);
            ledger.add(
                    new Change(
                            accepted.campaignId(),
                            accepted.unitId(),
                            RosterLedger.Kind.OPTED_IN,
                            accepted.memberId(),
                            0,
                            -1,
                            Days.dayOf(now)),
                    now);
        }
    }

    @Transactional
    Registration giveBack(UUID id, @Nullable String ifMatch, String reason, @Nullable LocalDate until) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        ETags.requireMatch(ifMatch, registration.version());
        var now = clock.instant();
        asked.found().openness().requireOpenToReview(now);
        var lastDay = lastDay(until, now);
        transitions.carryOut(
                registration,
                asked.actor(),
                post,
                GIVE_BACK,
                now,
                returned -> entities.persist(returned.giveBack(reason, lastDay, now)));
        return registration;
    }

    LocalDate lastDay(@Nullable LocalDate until, Instant now) {
        return until != null ? until : calendar.workingDays().plus(Days.dayOf(now), WORKING_DAYS_TO_MEND);
    }
}
