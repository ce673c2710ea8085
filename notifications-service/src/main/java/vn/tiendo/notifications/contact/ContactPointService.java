package vn.tiendo.notifications.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.notifications.contact.ContactPointApi.AddContactPoint;
import vn.tiendo.notifications.contact.ContactPointApi.ContactPointView;
import vn.tiendo.notifications.contact.ContactProblem.ContactKindUnreachable;
import vn.tiendo.notifications.contact.ContactProblem.TooManyCodes;
import vn.tiendo.notifications.contact.ContactProblem.TooManyContactPoints;

/// The addresses that the caller has added for its account.
@ApplicationScoped
class ContactPointService {

    private static final int MOST = 10;
    private static final int CODES = 100_000_000;
    private static final int CODES_IN_AN_HOUR = 12;

    @Inject
    KeptAnswers answers;

    @Inject
    ContactPointRepository points;

    @Inject
    Addresses addresses;

    @Inject
    AddressForm form;

    @Inject
    CodeCarrier carrier;

    @Inject
    Bounces bounces;

    @Inject
    Event<CodeMade> made;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private final InstantSource realTime = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    /// A code that is to be brought once it is stored.
    record CodeMade(Address address, String code) {}

    @Transactional
    List<ContactPointView> list() {
        var account = account();
        var all = new ArrayList<>(addresses.ofRegistrations(account));
        points.of(account).forEach(point -> all.add(ContactPointView.of(point)));
        return all;
    }

    @Transactional
    ContactPoint get(UUID id) {
        return points.get(id, account());
    }

    @Transactional
    ContactPoint add(AddContactPoint request) {
        var account = account();
        if (!carrier.reaches(request.kind())) {
            throw new ContactKindUnreachable(request.kind());
        }
        if (points.of(account).size() >= MOST) {
            throw new TooManyContactPoints(MOST);
        }
        var point = form.read(account, request, clock.instant());
        points.persist(point);
        expectCode(point);
        points.flush();
        audit.record(currentActor.get(), null, "add-contact-point", "contact-point", point.id(), null, facts(point));
        return point;
    }

    /// Sends another code; the one before no longer counts.
    @Transactional
    ContactPoint sendCode(UUID id) {
        var point = points.get(id, account());
        if (!carrier.reaches(point.kind())) {
            throw new ContactKindUnreachable(point.kind());
        }
        expectCode(point);
        points.flush();
        points.forgetTries(id);
        return point;
    }

    private void expectCode(ContactPoint point) {
        if (points.countCode(point.account()) > CODES_IN_AN_HOUR) {
            throw new TooManyCodes(CODES_IN_AN_HOUR);
        }
        var code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
        point.expect(code, realTime.instant());
        made.fire(new CodeMade(point.where(), code));
    }

    void bring(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeMade code) {
        carrier.bring(code.address, code.code);
    }

    @Transactional
    ContactPoint confirm(UUID id, String code) {
        var account = account();
        points.get(id, account);
        var tries = points.countTry(id);
        points.getEntityManager().clear();
        var point = points.get(id, account);
        point.confirm(code, tries, realTime.instant(), clock.instant());
        points.flush();
        bounces.clear(account, point.kind());
        audit.record(currentActor.get(), null, "confirm-contact-point", "contact-point", id, null, facts(point));
        return point;
    }

    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        var point = points.get(id, account());
        ETags.requireMatch(ifMatch, point.version());
        points.delete(point);
        answers.forget(point.where());
        audit.record(currentActor.get(), null, "remove-contact-point", "contact-point", id, facts(point), null);
    }

    private Account account() {
        var actor = currentActor.get();
        return new Account(actor.issuer(), actor.subject());
    }

    /// Not the address: personal data has no place in the trail.
    private static Map<String, Object> facts(ContactPoint point) {
        return Map.of("kind", point.kind(), "state", point.state());
    }
}
