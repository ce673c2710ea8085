package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.ContactRequest;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;
import vn.tiendo.registrations.member.MemberApi.MembershipRequest;

/// Adds, corrects and shows members.
@ApplicationScoped
class MemberService {

    @Inject
    MemberRepository members;

    @Inject
    ReachRepository organisations;

    @Inject
    NaturalKeys keys;

    @Inject
    Standings standings;

    @Inject
    Duplicates duplicates;

    @Inject
    MemberReads reads;

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

    @Transactional
    Member add(MemberRequest request) {
        var actor = currentActor.get();
        var authority = new Authority(actor);
        var memberships = request.memberships().stream()
                .map(wanted -> place(wanted, actor, authority))
                .toList();
        requireNoOverlap(request.memberships());
        var member = new Member(
                request.particulars(),
                request.standing(),
                keys.of(request.cardNumber(), request.nationalId()),
                memberships);
        members.persist(member);
        standings.begin(List.of(member));
        outbox.add(Member.STREAM, member, "added");
        duplicates.note(List.of(member.id()));
        audit.record(actor, authority.post(), "add-member", "member", member.id(), null, MemberFacts.of(member));
        changes.fire(new MemberChange.All(joined(member.id(), List.of(), memberships)));
        return member;
    }

    /// By who looks after the person. Memberships that begin, end or change need authority at their place besides.
    @Transactional
    Member correct(UUID id, @Nullable String ifMatch, MemberRequest request) {
        var actor = currentActor.get();
        var member = get(id, actor);
        var authority = new Authority(actor);
        var held = member.memberships();
        held.stream()
                .filter(each -> request.memberships().stream().noneMatch(wanted -> same(each, wanted)))
                .forEach(ended -> authority.require(ended.organisationPath()));
        var memberships = new ArrayList<Membership>();
        for (var wanted : request.memberships()) {
            memberships.add(held.stream()
                    .filter(each -> same(each, wanted))
                    .findFirst()
                    .orElseGet(() -> place(wanted, actor, authority)));
        }
        authority.requireFor(member, Days.dayOf(clock.instant()));
        if (member.is(actor.issuer(), actor.subject())) {
            requireLeftToOthers(member, request);
        }
        ETags.requireMatch(ifMatch, member.version());
        requireNoOverlap(request.memberships());
        var before = MemberFacts.of(member);
        if (!request.standing().equals(member.standing())) {
            standings.record(member, request.category(), request.status(), Days.dayOf(clock.instant()), null);
        }
        var particulars = Restriction.written(request.particulars(), member, actor);
        member.correct(particulars, keys.of(request.cardNumber(), request.nationalId()), memberships);
        outbox.add(Member.STREAM, member, "corrected");
        duplicates.note(List.of(id));
        audit.record(actor, authority.post(), "correct-member", "member", id, before, MemberFacts.of(member));
        var changed = Stream.concat(joined(id, held, memberships).stream(), left(id, held, memberships).stream())
                .toList();
        if (!changed.isEmpty()) {
            changes.fire(new MemberChange.All(changed));
        }
        return member;
    }

    /// Who writes members writes its own name as well, but neither what it is nor the account by which it is told from
    /// others.
    private static void requireLeftToOthers(Member own, MemberRequest request) {
        if (!request.standing().equals(own.standing())) {
            throw new MemberProblem.OwnStanding();
        }
        var particulars = request.particulars();
        if (!Objects.equals(particulars.identityIssuer(), own.identityIssuer())
                || !Objects.equals(particulars.identitySubject(), own.identitySubject())) {
            throw new MemberProblem.OwnAccount();
        }
    }

    /// Everybody looks after its own contact points; the secretary does for those who cannot.
    @Transactional
    Member reach(UUID id, @Nullable String ifMatch, ContactRequest request) {
        var actor = currentActor.get();
        var member = get(id, actor);
        var authority = new Authority(actor);
        if (!member.is(actor.issuer(), actor.subject())) {
            authority.requireFor(member, Days.dayOf(clock.instant()));
        }
        ETags.requireMatch(ifMatch, member.version());
        member.reach(
                Restriction.written(request.email(), member.email(), member, actor),
                Restriction.written(request.phone(), member.phone(), member, actor),
                Objects.requireNonNullElse(request.language(), member.language()));
        outbox.add(Member.STREAM, member, "contact-changed");
        audit.record(actor, authority.post(), "change-contact", "member", id, null, null);
        return member;
    }

    /// Reading somebody else's personal data is recorded.
    @Transactional
    Member read(UUID id) {
        var actor = currentActor.get();
        var member = get(id, actor);
        reads.saw(actor, "read-member", List.of(member));
        return member;
    }

    @Transactional
    Member self() {
        var member = members.findSelf(currentActor.get()).orElseThrow(MemberProblem.MemberNotFound::new);
        Hibernate.initialize(member.memberships());
        return member;
    }

    @Transactional
    List<Member> page(MemberFilter filter, PageRequest page) {
        var actor = currentActor.get();
        var reach = Authority.readable(actor);
        if (filter.organisation() != null) {
            reach = new Reach(
                    List.of(organisations.get(filter.organisation(), reach).path()));
        }
        var found = members.page(reach, filter, page);
        found.forEach(Member::memberships); // loaded in one batch while the session is open
        reads.saw(actor, "list-members", found.subList(0, Math.min(found.size(), page.limit())));
        return found;
    }

    boolean isSelf(Member member) {
        var actor = currentActor.get();
        return member.is(actor.issuer(), actor.subject());
    }

    Member get(UUID id, Actor actor) {
        var member = members.find(id, actor, Authority.readable(actor)).orElseThrow(MemberProblem.MemberNotFound::new);
        Hibernate.initialize(member.memberships()); // while the session is open
        return member;
    }

    private Membership place(MembershipRequest wanted, Actor actor, Authority authority) {
        var organisation = organisations.get(wanted.organisationId(), Authority.readable(actor));
        authority.require(organisation.path());
        return new Membership(organisation.id(), organisation.path(), wanted.from(), wanted.to());
    }

    private static boolean same(Membership held, MembershipRequest wanted) {
        return held.says(wanted.organisationId(), wanted.from(), wanted.to());
    }

    private static List<MemberChange> joined(UUID id, List<Membership> before, List<Membership> after) {
        return after.stream()
                .filter(each -> before.stream()
                        .noneMatch(known -> known.organisationId().equals(each.organisationId())))
                .<MemberChange>map(each -> new MemberChange.Joined(id, each.organisationId(), each.validFrom()))
                .toList();
    }

    /// A membership that was taken away was never true, so its last day is the day before its first.
    private static List<MemberChange> left(UUID id, List<Membership> before, List<Membership> after) {
        return before.stream()
                .filter(each -> each.validTo() == null)
                .filter(each -> after.stream()
                        .noneMatch(now -> now.organisationId().equals(each.organisationId()) && now.validTo() == null))
                .<MemberChange>map(each -> new MemberChange.Left(
                        id,
                        each.organisationId(),
                        after.stream()
                                .filter(now -> now.organisationId().equals(each.organisationId()))
                                .map(Membership::validTo)
                                .filter(Objects::nonNull)
                                .max(LocalDate::compareTo)
                                .orElse(each.validFrom().minusDays(1))))
                .toList();
    }

    private static void requireNoOverlap(List<MembershipRequest> memberships) {
        for (int i = 0; i < memberships.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = memberships.get(i);
                var other = memberships.get(j);
                var apart = !one.organisationId().equals(other.organisationId())
                        || (one.to() != null && one.to().isBefore(other.from()))
                        || (other.to() != null && other.to().isBefore(one.from()));
                if (!apart) {
                    throw new MemberProblem.MembershipsOverlap();
                }
            }
        }
    }
}
