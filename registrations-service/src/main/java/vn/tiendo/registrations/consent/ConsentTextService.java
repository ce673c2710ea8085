package vn.tiendo.registrations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.consent.ConsentApi.ConsentTextView;
import vn.tiendo.registrations.consent.ConsentApi.NewConsentText;

/// The words that persons are shown.
@ApplicationScoped
class ConsentTextService {

    @Inject
    ConsentTextRepository texts;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    List<ConsentText> all() {
        currentActor.get();
        return texts.all();
    }

    /// A text is the same for the whole deployment, so that only who administers its top adds a version. What was
    /// given to the version before holds until it is withdrawn.
    @Transactional
    ConsentText add(NewConsentText wanted) {
        var actor = currentActor.get();
        var post = actor.requireAtTop(Role.ADMINISTRATOR);
        var text = texts.newest(wanted.purpose())
                .next(wanted.inForceFrom(), wanted.textVi(), wanted.textEn(), Days.dayOf(clock.instant()));
        texts.persistAndFlush(text);
        audit.record(actor, post, "add-consent-text", "consent-text", text.id(), null, ConsentTextView.of(text));
        return text;
    }
}
