package vn.tiendo.registrations.consent;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.consent.Consent.Saying;
import vn.tiendo.registrations.consent.ConsentApi.NewConsent;
import vn.tiendo.registrations.member.MemberReads;
import vn.tiendo.registrations.member.MemberSubjects;
import vn.tiendo.registrations.member.MemberSubjects.Subject;

/// Takes consents and withdrawals in, each of which takes effect in the transaction that records it, and proves them.
@ApplicationScoped
public class ConsentService {

    @Inject
    ConsentRepository consents;

    @Inject
    ConsentTextRepository texts;

    @Inject
    MemberSubjects members;

    @Inject
    MemberReads reads;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// What audit records tell of an act.
    private record Facts(
            UUID memberId, ConsentPurpose purpose, ConsentAct act, int textNumber, ConsentChannel channel) {}

    /// @param id whose consents; null for one's own
    @Transactional
    Map<ConsentPurpose, Consent> standings(@Nullable UUID id) {
        return consents.lastOf(seen(id, "read-consents").ids());
    }

    /// @param id whose acts; null for one's own
    @Transactional
    List<Consent> history(@Nullable UUID id, PageRequest page) {
        return consents.page(seen(id, "list-consents").ids(), page);
    }

    private Subject seen(@Nullable UUID id, String action) {
        var actor = currentActor.get();
        var subject = subjectOf(id, actor);
        if (!subject.self()) {
            reads.saw(actor, action, List.of(subject.id()));
        }
        return subject;
    }

    /// Everybody for itself; what was signed on paper is entered by who keeps members where the person belongs.
    ///
    /// @param id who consents; null for oneself
    @Transactional
    Consent give(@Nullable UUID id, NewConsent wanted) {
        var actor = currentActor.get();
        var subject = subjectOf(id, actor);
        var post = requireKeeper(subject, actor);
        members.hold(subject.id());
        var saying = saying(subject, actor, wanted.on(), wanted.evidence());
        var text = texts.inForceOn(saying.on(), wanted.purpose())
                .orElseThrow(() -> new ConsentProblem.NoConsentText(saying.on()));
        var last = consents.lastOf(subject.ids()).get(wanted.purpose());
        return add(Consent.given(subject.id(), text, wanted.textNumber(), last, saying), actor, post);
    }

    /// @param id who withdraws; null for oneself
    @Transactional
    Consent withdraw(@Nullable UUID id, ConsentPurpose purpose) {
        var actor = currentActor.get();
        var subject = subjectOf(id, actor);
        var post = requireKeeper(subject, actor);
        members.hold(subject.id());
        var last = consents.lastOf(subject.ids()).get(purpose);
        if (last == null) {
            throw new ConsentProblem.NoConsentGiven();
        }
        return add(last.withdrawn(subject.id(), saying(subject, actor, null, null)), actor, post);
    }

    /// Everything that the person consented to, on its request.
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawAll(UUID member, boolean onPaper, Actor actor, HeldPost post) {
        members.hold(member);
        var now = clock.instant();
        var saying = new Saying(
                onPaper ? ConsentChannel.PAPER : ConsentChannel.ONLINE, Days.dayOf(now), now, actor.id(), null);
        for (var last : consents.lastOf(members.idsOf(member)).values()) {
            if (last.isGiven()) {
                add(last.withdrawn(member, saying), actor, post);
            }
        }
    }

    private Consent add(Consent act, Actor actor, @Nullable HeldPost post) {
        consents.persistAndFlush(act);
        takeEffect(act);
        audit.record(
                actor,
                post,
                act.isGiven() ? "give-consent" : "withdraw-consent",
                "consent",
                act.id(),
                null,
                new Facts(act.memberId(), act.purpose(), act.act(), act.textNumber(), act.channel()));
        return act;
    }

    private void takeEffect(Consent act) {
        switch (act.purpose()) {
            case PHONE_MESSAGES -> members.allowPhone(act.memberId(), act.isGiven());
            case PORTRAIT_PUBLICATION -> {} // who publishes asks for the proof
        }
    }

    private Subject subjectOf(@Nullable UUID id, Actor actor) {
        return id == null ? members.self(actor) : members.inReach(id, actor);
    }

    private static @Nullable HeldPost requireKeeper(Subject subject, Actor actor) {
        return subject.self() ? null : subject.require(actor, CELL_SECRETARY, COMMITTEE_OFFICER, ADMINISTRATOR);
    }

    private Saying saying(Subject subject, Actor actor, @Nullable LocalDate on, @Nullable String evidence) {
        var now = clock.instant();
        var today = Days.dayOf(now);
        if (on != null && on.isAfter(today)) {
            throw new ConsentProblem.ConsentDayToCome(on);
        }
        return subject.self()
                ? new Saying(ConsentChannel.ONLINE, today, now, actor.id(), null)
                : new Saying(ConsentChannel.PAPER, on == null ? today : on, now, actor.id(), evidence);
    }
}
