package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;

/// Members as subjects of their data: who they are to the one who asks, and what the law lets them have done.
@ApplicationScoped
public class MemberSubjects {

    @Inject
    MemberRepository members;

    @Inject
    Duplicates duplicates;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Event<MemberChange.All> changes;

    @Inject
    Clock clock;

    /// @param ids its own and those of records merged into it
    /// @param organisationId the first of those that look after it today
    /// @param paths of all places where it belongs or belonged
    /// @param inCharge those of them that look after it today
    /// @param self whether the one who asks is the person
    public record Subject(
            UUID id,
            List<UUID> ids,
            UUID organisationId,
            String path,
            List<String> paths,
            List<String> inCharge,
            String actor,
            boolean self) {

        /// The post under which somebody acts for the person, at a place that looks after it.
        ///
        /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired when there is none (403)
        public HeldPost require(Actor actor, Role role, Role... others) {
            return inCharge.stream()
                    .flatMap(at -> actor.postFor(at, role, others).stream())
                    .findFirst()
                    .orElseGet(() -> actor.require(path, role, others));
        }
    }

    /// What a person wants corrected; null stays as it is.
    public record Correction(
            @Nullable String name,
            @Nullable LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone) {}

    /// @throws vn.tiendo.kit.problem.DomainProblem `member-not-found` (404) for a token that is no member's
    @Transactional
    public Subject self(Actor actor) {
        return subject(members.findSelf(actor).orElseThrow(MemberProblem.MemberNotFound::new), actor);
    }

    @Transactional
    public Optional<UUID> findSelf(Actor actor) {
        return members.findSelf(actor).map(Member::id);
    }

    /// The actor itself or somebody in its reach (404 otherwise).
    @Transactional
    public Subject inReach(UUID id, Actor actor) {
        return subject(
                members.find(id, actor, Authority.readable(actor)).orElseThrow(MemberProblem.MemberNotFound::new),
                actor);
    }

    private Subject subject(Member member, Actor actor) {
        var first = member.memberships().isEmpty() ? survivorOf(member) : member;
        var inCharge = Memberships.inCharge(first.memberships(), Days.dayOf(clock.instant()));
        return new Subject(
                member.id(),
                idsOf(member.id()),
                inCharge.getFirst().organisationId(),
                inCharge.getFirst().organisationPath(),
                paths(first.memberships()),
                paths(inCharge),
                member.identityIssuer() + "#" + member.identitySubject(),
                member.is(actor.issuer(), actor.subject()));
    }

    private static List<String> paths(List<Membership> memberships) {
        return memberships.stream().map(Membership::organisationPath).distinct().toList();
    }

    /// A person's own id and those of records merged into it.
    @Transactional
    public List<UUID> idsOf(UUID id) {
        return Stream.concat(Stream.of(id), members.mergedInto(id).stream().map(Member::id))
                .toList();
    }

    private Member survivorOf(Member member) {
        return Optional.ofNullable(member.mergedIntoId())
                .flatMap(members::findByIdOptional)
                .orElseThrow(MemberProblem.MemberNotFound::new);
    }

    /// Held to the end of the transaction, so that what is said about one person comes one after the other.
    ///
    /// @throws vn.tiendo.kit.problem.DomainProblem `member-merged` or `member-erased` (409)
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID id) {
        members.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(MemberProblem.MemberNotFound::new)
                .requireLiving();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(UUID id, Correction wanted) {
        var member = get(id);
        member.correct(
                wanted.name == null ? new PersonName(member.name()) : new PersonName(wanted.name),
                wanted.birthDate == null ? member.birthDate() : wanted.birthDate);
        member.reach(
                wanted.email == null ? member.email() : wanted.email,
                wanted.phone == null ? member.phone() : wanted.phone,
                member.language());
        outbox.add(Member.STREAM, member, "corrected");
        duplicates.note(List.of(id));
    }

    /// Whether the telephone number is told to those who send messages.
    @Transactional(Transactional.TxType.MANDATORY)
    public void allowPhone(UUID id, boolean allowed) {
        var member = get(id);
        if (member.isPhoneAllowed() != allowed) {
            member.allowPhone(allowed);
            outbox.add(Member.STREAM, member, "contact-changed");
        }
    }

    /// For who wants to be reached in the system alone.
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetContact(UUID id) {
        var member = get(id);
        member.reach(null, null, member.language());
        outbox.add(Member.STREAM, member, "contact-changed");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void restrict(UUID id) {
        var member = get(id);
        member.restrict(clock.instant());
        outbox.add(Member.STREAM, member, "restricted");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void liftRestriction(UUID id) {
        var found = get(id);
        var member = found.mergedIntoId() == null ? found : survivorOf(found);
        member.liftRestriction();
        outbox.add(Member.STREAM, member, "restriction-lifted");
    }

    /// Whoever belongs somewhere is known there.
    ///
    /// @throws vn.tiendo.kit.problem.DomainProblem `still-a-member` (409) when it belongs somewhere from a day on
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireFormer(UUID id, LocalDate day) {
        if (get(id).belongsFrom(day)) {
            throw new MemberProblem.StillAMember();
        }
    }

    /// Destroys what tells who a person was, in its record and those merged into it, and on the topic of contacts.
    ///
    /// @return by what rows of imports may still speak of it, see [ImportedRows]
    /// @throws vn.tiendo.kit.problem.DomainProblem `still-a-member` (409) as long as it belongs somewhere, or is to
    @Transactional(Transactional.TxType.MANDATORY)
    public ImportedRows.Marks erase(UUID id) {
        var member = get(id);
        var now = clock.instant();
        requireFormer(id, Days.dayOf(now));
        var merged = members.mergedInto(id).stream()
                .filter(each -> each.erasedAt() == null)
                .toList();
        var marks = ImportedRows.Marks.of(Stream.concat(Stream.of(member), merged.stream()));
        merged.forEach(each -> each.erase(now));
        member.erase(now);
        outbox.erase(Member.STREAM, member);
        changes.fire(new MemberChange.All(List.of(new MemberChange.Erased(id))));
        return marks;
    }

    /// Those who belong nowhere since before a day and are not erased yet.
    public List<UUID> formerSince(LocalDate day, int limit) {
        return former("", day, limit);
    }

    /// The same of those who can still be reached.
    public List<UUID> reachableThoughFormerSince(LocalDate day, int limit) {
        return former(" and (m.email is not null or m.phone is not null)", day, limit);
    }

    private List<UUID> former(String more, LocalDate day, int limit) {
        return entities.createQuery(
                        "select m.id from Member m where m.erasedAt is null and m.mergedIntoId is null" + more
                                + " and not exists (select 1 from m.memberships s"
                                + " where s.validTo is null or s.validTo >= :day) order by m.id",
                        UUID.class)
                .setParameter("day", day)
                .setMaxResults(limit)
                .getResultList();
    }

    private Member get(UUID id) {
        return members.findByIdOptional(id).orElseThrow(MemberProblem.MemberNotFound::new);
    }
}
