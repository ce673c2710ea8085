package vn.tiendo.registrations.member;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.registrations.member.MemberApi.MemberRequest;

/// How much the rows of a file tell its sender of persons that it does not see, or not in full: nothing before name and
/// birth date show that it knows who is meant, and never without a record of it.
final class ImportDiscretion {

    /// What a restriction hides beside the birth date; an import changes none of it, so that nothing has to be
    /// compared.
    private static final Set<String> HIDDEN = Set.of("email", "phone", "identitySubject");

    private final Actor actor;
    private final Reach reach;
    private final Set<Member> met = new LinkedHashSet<>();

    ImportDiscretion(Actor actor) {
        this.actor = actor;
        this.reach = Authority.readable(actor);
    }

    /// A row has come upon this person.
    ///
    /// @throws MemberProblem.OtherNameOrBirthDate whatever else may differ
    void meet(Member member, MemberRequest row) {
        if (!Restriction.hides(member, actor) && isInReach(member)) {
            return;
        }
        met.add(member);
        var alike = new PersonName(row.name()).searchKey().equals(member.nameKey())
                && row.birthDate().equals(member.birthDate());
        if (!alike) {
            throw new MemberProblem.OtherNameOrBirthDate();
        }
    }

    boolean hides(Member member, String column) {
        return HIDDEN.contains(column) && Restriction.hides(member, actor);
    }

    /// Those whom the sender has learnt something about.
    List<Member> met() {
        return List.copyOf(met);
    }

    private boolean isInReach(Member member) {
        return member.is(actor.issuer(), actor.subject())
                || member.memberships().stream().anyMatch(each -> reach.covers(each.organisationPath()));
    }
}
