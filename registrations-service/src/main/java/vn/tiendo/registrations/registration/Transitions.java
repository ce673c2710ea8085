package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.summary.Tally;
import vn.tiendo.registrations.summary.UnitChanges;
import vn.tiendo.registrations.summary.UnitDeltas;

/// Carries a transition out: the row, one event, one audit record and one delta for the unit's numbers, or nothing.
@ApplicationScoped
class Transitions {

    @Inject
    UnitDeltas deltas;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    /// @param action for the audit trail, such as `submit-registration`
    /// @param what the last word of the event's type
    record Step(String action, String what) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void carryOut(
            Registration registration,
            Actor actor,
            @Nullable HeldPost post,
            Step step,
            Instant now,
            Consumer<Registration> transition) {
        var before = Facts.of(registration);
        var tally = registration.tally();
        transition.accept(registration);
        outbox.add(Registration.STREAM, registration, step.what);
        audit.record(actor, post, step.action, "registration", registration.id(), before, Facts.of(registration));
        var change = registration.tally().minus(tally);
        deltas.add(registration.campaignId(), registration.unitId(), change, registration.countedAtOfUnit(), now);
    }

    /// Several at once: one batch of events, one of audit records, one delta per unit. What was refused is not among
    /// them.
    @Transactional(Transactional.TxType.MANDATORY)
    void store(Actor actor, Step step, List<Done> done, Instant now) {
        if (done.isEmpty()) {
            return;
        }
        outbox.addAll(Registration.STREAM, done.stream().map(Done::registration).toList(), step.what);
        var deeds = new ArrayList<Deed>();
        for (var one : done) {
            deeds.add(new Deed(
                    one.post,
                    step.action,
                    "registration",
                    one.registration.id(),
                    one.before,
                    Facts.of(one.registration)));
        }
        audit.recordAll(actor, deeds);
        var changes = new UnitChanges();
        for (var one : done) {
            var registration = one.registration;
            var change = registration.tally().minus(one.tally);
            changes.add(registration.campaignId(), registration.unitId(), change, registration.countedAtOfUnit());
        }
        deltas.add(changes, now);
    }

    /// What the audit record tells: no text.
    record Facts(
            RegistrationStatus status,
            long version,
            @Nullable Instant receivedAt,
            @Nullable LocalDate returnedUntil) {
        static Facts of(Registration registration) {
            return new Facts(
                    registration.status(),
                    registration.version(),
                    registration.receipt().receivedAt(),
                    registration.givenBack().returnedUntil());
        }
    }

    /// One registration that has changed, and how it was before.
    record Done(Registration registration, @Nullable HeldPost post, Facts before, Tally tally) {}
}
