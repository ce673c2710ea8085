package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.member.MemberApi.StandingRequest;
import vn.tiendo.registrations.member.MemberApi.TransferRequest;

/// What is decided about a member with a date: where it goes, and what it becomes.
@ApplicationScoped
class MemberMoves {

    @Inject
    MemberService members;

    @Inject
    Standings standings;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<MemberChange.All> changes;

    @Inject
    Clock clock;

    private record Decided(@Nullable String decision, MemberFacts member) {}

    /// Who transfers looks after the person and has authority over both places; a common superior does where
    /// nobody else has.
    @Transactional
    Member transfer(UUID id, @Nullable String ifMatch, TransferRequest request) {
        var actor = currentActor.get();
        var member = members.get(id, actor);
        var authority = new Authority(actor);
        var readable = Authority.readable(actor);
        authority.require(
                organisations.get(request.fromOrganisationId(), readable).path());
        var to = organisations.get(request.toOrganisationId(), readable);
        authority.require(to.path());
        authority.requireFor(member, today());
        ETags.requireMatch(ifMatch, member.version());
        if (!to.isValidOn(request.from())) {
            throw new MemberProblem.OrganisationNotInForce(request.from());
        }
        var before = MemberFacts.of(member);
        member.belong(Memberships.transferred(
                member.memberships(), request.fromOrganisationId(), to.id(), to.path(), request.from()));
        outbox.add(Member.STREAM, member, "transferred");
        audit.record(
                actor,
                authority.post(),
                "transfer-member",
                "member",
                id,
                before,
                new Decided(request.decision(), MemberFacts.of(member)));
        changes.fire(new MemberChange.All(List.of(
                new MemberChange.Transferred(id, request.fromOrganisationId(), to.id(), to.path(), request.from()))));
        return member;
    }

    /// Nobody decides what it is itself.
    @Transactional
    Member stand(UUID id, @Nullable String ifMatch, StandingRequest request) {
        var actor = currentActor.get();
        var member = members.get(id, actor);
        var authority = new Authority(actor);
        authority.requireFor(member, today());
        if (member.is(actor.issuer(), actor.subject())) {
            throw new MemberProblem.OwnStanding();
        }
        ETags.requireMatch(ifMatch, member.version());
        var before = MemberFacts.of(member);
        standings.record(member, request.category(), request.status(), request.from(), request.decision());
        outbox.add(Member.STREAM, member, "standing-changed");
        audit.record(actor, authority.post(), "change-standing", "member", id, before, request);
        return member;
    }

    private LocalDate today() {
        return Days.dayOf(clock.instant());
    }
}
