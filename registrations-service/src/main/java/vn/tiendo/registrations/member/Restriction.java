package vn.tiendo.registrations.member;

import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.registrations.member.Member.Particulars;

/// A restricted record as somebody else meets it: what is not shown is not taken away by leaving it out either.
final class Restriction {

    private Restriction() {}

    static boolean hides(Member member, Actor actor) {
        return member.isRestricted() && !member.is(actor.issuer(), actor.subject());
    }

    static Particulars written(Particulars said, Member kept, Actor actor) {
        if (!hides(kept, actor)) {
            return said;
        }
        var account = said.identitySubject() != null;
        return new Particulars(
                said.name(),
                said.birthDate(),
                said.language(),
                saidOr(said.email(), kept.email()),
                saidOr(said.phone(), kept.phone()),
                account ? said.identityIssuer() : kept.identityIssuer(),
                account ? said.identitySubject() : kept.identitySubject());
    }

    static @Nullable String written(@Nullable String said, @Nullable String kept, Member member, Actor actor) {
        return hides(member, actor) ? saidOr(said, kept) : said;
    }

    private static @Nullable String saidOr(@Nullable String said, @Nullable String kept) {
        return said == null ? kept : said;
    }
}
