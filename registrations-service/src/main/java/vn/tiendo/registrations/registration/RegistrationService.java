package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.campaign.CampaignService;
import vn.tiendo.registrations.form.FormContent;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.registration.ContentGate.Checked;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationDetail;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationLine;
import vn.tiendo.registrations.registration.RegistrationGate.Asked;
import vn.tiendo.registrations.registration.RegistrationRepository.Filter;
import vn.tiendo.registrations.registration.Transitions.Step;

/// What members do with their own registrations, and what others may read of them.
///
/// A transition writes its row, one event, one audit record and one delta, and reads only the row itself: half of all
/// registrations arrive within two days.
@ApplicationScoped
class RegistrationService {

    private static final Step SUBMIT = new Step("submit-registration", "submitted");

    @Inject
    RegistrationRepository registrations;

    @Inject
    RegistrationGate gate;

    @Inject
    ContentGate contents;

    @Inject
    Transitions transitions;

    @Inject
    ReachRepository organisations;

    @Inject
    MemberReads reads;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// Reading somebody else's text is recorded. A draft is its member's alone: others see what was last returned.
    @Transactional
    RegistrationDetail read(UUID id) {
        var asked = gate.seen(id);
        var registration = asked.registration();
        if (asked.found().own()) {
            return RegistrationDetail.of(
                    registration, ContentJson.read(registration.writing().content()));
        }
        var post = gate.requireReader(asked);
        audit.record(asked.actor(), post, "read-registration", "registration", id, null, null);
        return RegistrationDetail.of(registration, ContentJson.read(shownToOthers(registration)));
    }

    private @Nullable String shownToOthers(Registration registration) {
        return Disclosure.ofCurrent(registration)
                ? registration.writing().content()
                : registrations
                        .revision(registration.id(), registration.revision())
                        .map(RegistrationRevision::content)
                        .orElse(null);
    }

    @Transactional
    List<RegistrationLine> own(Filter filter, PageRequest page) {
        return registrations.pageOfOwn(currentActor.get(), filter, page);
    }

    /// Listing other persons is recorded.
    @Transactional
    List<RegistrationLine> inReach(@Nullable UUID organisation, Filter filter, PageRequest page) {
        var actor = currentActor.get();
        var reach = CampaignService.readable(actor);
        if (organisation != null) {
            reach = new Reach(List.of(organisations.get(organisation, reach).path()));
        }
        var found = registrations.page(reach, filter, page);
        reads.listed(actor, "list-registrations", found, page, RegistrationLine::memberId);
        return found;
    }

    /// A draft is nobody else's business: no event. One that was saved already is not saved again.
    ///
    /// @param draft named by a client that may have to send it twice
    @Transactional
    Registration saveDraft(
            UUID id, @Nullable String ifMatch, ObjectNode content, @Nullable UUID form, @Nullable UUID draft) {
        var asked = gate.own(id);
        var registration = asked.registration();
        if (draft != null && registration.writing().isSentAgain(draft, FormContent.normal(content), form)) {
            return registration;
        }
        var now = clock.instant();
        asked.found().openness().requireOpenTo(registration, now);
        var checked = contents.check(asked.found(), content, form);
        requireMatch(ifMatch, registration, checked);
        registration.saveDraft(checked.text(), checked.form().id(), draft, now);
        registrations.flush();
        audit.record(asked.actor(), null, "write-registration", "registration", id, null, null);
        return registration;
    }

    @Transactional
    Registration submit(UUID id, @Nullable String ifMatch, @Nullable ObjectNode content, @Nullable UUID form) {
        var asked = gate.own(id);
        var registration = asked.registration();
        var now = clock.instant();
        asked.found().openness().requireOpenTo(registration, now);
        var checked = checked(asked, content, form);
        requireMatch(ifMatch, registration, checked);
        transitions.carryOut(registration, asked.actor(), null, SUBMIT, now, submitted -> {
            if (content != null || submitted.writing().formVersionId() == null) {
                submitted.write(checked.text(), checked.form().id());
            }
            submitted.submit(checked.form().wanting(checked.content()), now);
        });
        return registration;
    }

    private Checked checked(Asked asked, @Nullable ObjectNode content, @Nullable UUID form) {
        return content == null ? contents.kept(asked.found()) : contents.check(asked.found(), content, form);
    }

    /// Who has written on another copy sees both, so that nothing is lost on either side.
    private static void requireMatch(@Nullable String ifMatch, Registration registration, Checked checked) {
        try {
            ETags.requireMatch(ifMatch, registration.version());
        } catch (KitProblem.StaleVersion stale) {
            throw RegistrationProblem.DraftConflict.between(registration, checked.content());
        }
    }
}
