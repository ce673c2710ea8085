package vn.tiendo.registrations.member;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_LEADER;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;
import static vn.tiendo.kit.security.Role.INSPECTOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;
import vn.tiendo.registrations.member.MemberApi.MembershipRequest;

/// The commands on members.
@ApplicationScoped
class MemberService {

    @Inject
    MemberRepository members;

    @Inject
    ReachRepository organisations;

    @Inject
    CardNumbers cards;

    @Inject
    CurrentActor currentActor;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Transactional
    Member add(MemberRequest request) {
        var actor = currentActor.get();
        var post = new PostFound();
        var memberships = request.memberships().stream()
                .map(wanted -> place(wanted, actor, post))
                .toList();
        requireNoOverlap(request.memberships());
        var member = new Member(particulars(request), hash(request), memberships);
        members.persist(member);
        outbox.add(Member.STREAM, member, "added");
        audit.record(actor, post.held, "add-member", "member", member.id(), null, Facts.of(member));
        return member;
    }

    /// Memberships that stay as they are need no authority; those that begin, end or change do.
    @Transactional
    Member correct(UUID id, @Nullable String ifMatch, MemberRequest request) {
        var actor = currentActor.get();
        var member = get(id, actor);
        var post = new PostFound();
        member.memberships().stream()
                .filter(held -> request.memberships().stream().noneMatch(wanted -> same(held, wanted)))
                .forEach(ended -> post.require(actor, ended.organisationPath()));
        var memberships = new ArrayList<Membership>();
        for (var wanted : request.memberships()) {
            memberships.add(member.memberships().stream()
                    .filter(held -> same(held, wanted))
                    .findFirst()
                    .orElseGet(() -> place(wanted, actor, post)));
        }
        if (post.held == null) {
            post.requireAny(actor, member.memberships());
        }
        ETags.requireMatch(ifMatch, member.version());
        requireNoOverlap(request.memberships());
        var before = Facts.of(member);
        member.correct(particulars(request), hash(request), memberships);
        outbox.add(Member.STREAM, member, "corrected");
        audit.record(actor, post.held, "correct-member", "member", id, before, Facts.of(member));
        return member;
    }

    /// Reading somebody else's personal data is recorded.
    @Transactional
    Member read(UUID id) {
        var actor = currentActor.get();
        var member = get(id, actor);
        if (!member.is(actor.issuer(), actor.subject())) {
            audit.record(actor, null, "read-member", "member", id, null, null);
        }
        return member;
    }

    @Transactional
    List<Member> page(@Nullable UUID organisation, @Nullable String name, PageRequest page) {
        var reach = readable(currentActor.get());
        if (organisation != null) {
            reach = new Reach(List.of(organisations.get(organisation, reach).path()));
        }
        var found = members.page(reach, name == null ? null : new PersonName(name).searchKey(), page);
        found.forEach(Member::memberships); // loaded in one batch while the session is open
        return found;
    }

    private Member get(UUID id, Actor actor) {
        var member = members.find(id, actor, readable(actor)).orElseThrow(MemberProblem.MemberNotFound::new);
        Hibernate.initialize(member.memberships()); // while the session is open
        return member;
    }

    private static Reach readable(Actor actor) {
        return actor.reach(ADMINISTRATOR, COMMITTEE_OFFICER, COMMITTEE_LEADER, CELL_SECRETARY, INSPECTOR, AUDITOR);
    }

    private Membership place(MembershipRequest wanted, Actor actor, PostFound post) {
        var organisation = organisations.get(wanted.organisationId(), readable(actor));
        post.require(actor, organisation.path());
        return new Membership(organisation.id(), organisation.path(), wanted.from(), wanted.to());
    }

    private static boolean same(Membership held, MembershipRequest wanted) {
        return held.says(wanted.organisationId(), wanted.from(), wanted.to());
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

    private static Member.Particulars particulars(MemberRequest request) {
        return new Member.Particulars(
                new PersonName(request.name()),
                request.birthDate(),
                request.category(),
                request.status(),
                Objects.requireNonNullElse(request.language(), "vi"),
                request.email(),
                request.phone(),
                request.identityIssuer(),
                request.identitySubject());
    }

    private byte @Nullable [] hash(MemberRequest request) {
        return request.cardNumber() == null ? null : cards.hash(request.cardNumber());
    }

    /// The post under which a command is recorded: the first that allowed a part of it.
    private static final class PostFound {
        private @Nullable HeldPost held;

        void require(Actor actor, String path) {
            var found = actor.require(path, ADMINISTRATOR, COMMITTEE_OFFICER, CELL_SECRETARY);
            if (held == null) {
                held = found;
            }
        }

        void requireAny(Actor actor, List<Membership> memberships) {
            held = memberships.stream()
                    .flatMap(
                            membership -> actor
                                    .postFor(
                                            membership.organisationPath(),
                                            ADMINISTRATOR,
                                            COMMITTEE_OFFICER,
                                            CELL_SECRETARY)
                                    .stream())
                    .findFirst()
                    .orElse(null);
            if (held == null) {
                require(actor, memberships.getFirst().organisationPath());
            }
        }
    }

    /// What the audit record tells: no name, no contact, no card.
    private record Facts(MemberCategory category, MemberStatus status, List<MemberApi.MembershipView> memberships) {
        static Facts of(Member member) {
            return new Facts(
                    member.category(),
                    member.status(),
                    member.memberships().stream()
                            .map(MemberApi.MembershipView::of)
                            .toList());
        }
    }
}
