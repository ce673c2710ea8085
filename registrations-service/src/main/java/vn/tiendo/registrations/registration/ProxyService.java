package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.registration.RegistrationApi.ProxyRequest;
import vn.tiendo.registrations.registration.Transitions.Step;

/// Enters registrations for members who write on paper or cannot write, and lets these confirm it later.
@ApplicationScoped
class ProxyService {

    private static final Step SUBMIT = new Step("submit-registration-for-member", "submitted");
    private static final Step CONFIRM = new Step("confirm-registration", "confirmed");

    @Inject
    RegistrationGate gate;

    @Inject
    ContentGate contents;

    @Inject
    Transitions transitions;

    @Inject
    RegistrationFiles files;

    @Inject
    Clock clock;

    /// The member's own draft, if there is one, is not lost without a word: who enters has to name its version.
    @Transactional
    Registration submitFor(UUID id, @Nullable String ifMatch, ProxyRequest request) {
        var asked = gate.seen(id);
        var post = gate.requireReviewer(asked);
        var registration = asked.registration();
        var now = clock.instant();
        asked.found().openness().requireOpenTo(registration, now);
        ETags.requireMatch(ifMatch, registration.version());
        var checked = contents.check(asked.found(), request.content(), request.formVersionId());
        if (request.scanId() != null) {
            files.requireOf(id, request.scanId());
        }
        var entry = new ProxyEntry(now, post.id(), request.statedOn(), request.scanId(), null);
        transitions.carryOut(registration, asked.actor(), post, SUBMIT, now, submitted -> {
            submitted.write(checked.text(), checked.form().id());
            submitted.submitFor(entry, checked.form().wanting(checked.content()), now);
        });
        return registration;
    }

    @Transactional
    Registration confirm(UUID id, @Nullable String ifMatch) {
        var asked = gate.own(id);
        var now = clock.instant();
        ETags.requireMatch(ifMatch, asked.registration().version());
        transitions.carryOut(
                asked.registration(), asked.actor(), null, CONFIRM, now, confirmed -> confirmed.confirm(now));
        return asked.registration();
    }
}
