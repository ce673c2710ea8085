package vn.tiendo.registrations.member;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about members.
abstract sealed class MemberProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private MemberProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class MemberNotFound extends MemberProblem {
        private static final long serialVersionUID = 1L;

        MemberNotFound() {
            super(Kind.NOT_FOUND, "member-not-found", Map.of());
        }
    }

    /// Two memberships at one organisation at once would count a person twice.
    static final class MembershipsOverlap extends MemberProblem {
        private static final long serialVersionUID = 1L;

        MembershipsOverlap() {
            super(Kind.RULE, "memberships-overlap", Map.of());
        }
    }

    /// On the day of a transfer the member does not belong to the organisation that it leaves.
    static final class NotAMemberThere extends MemberProblem {
        private static final long serialVersionUID = 1L;

        NotAMemberThere() {
            super(Kind.CONFLICT, "not-a-member-there", Map.of());
        }
    }

    /// An organisation that has ended, or not begun, receives nobody.
    static final class OrganisationNotInForce extends MemberProblem {
        private static final long serialVersionUID = 1L;

        OrganisationNotInForce(LocalDate day) {
            super(Kind.RULE, "organisation-not-in-force", Map.of("day", day));
        }
    }

    static final class StandingBeforeTheFirst extends MemberProblem {
        private static final long serialVersionUID = 1L;

        StandingBeforeTheFirst(LocalDate first) {
            super(Kind.RULE, "standing-before-the-first", Map.of("first", first));
        }
    }

    /// Who is retired or exempt owes no registration, and nobody exempts oneself.
    static final class OwnStanding extends MemberProblem {
        private static final long serialVersionUID = 1L;

        OwnStanding() {
            super(Kind.FORBIDDEN, "own-standing", Map.of());
        }
    }

    /// By its account a person is known not to decide about itself.
    static final class OwnAccount extends MemberProblem {
        private static final long serialVersionUID = 1L;

        OwnAccount() {
            super(Kind.FORBIDDEN, "own-account", Map.of());
        }
    }

    static final class MergeWithItself extends MemberProblem {
        private static final long serialVersionUID = 1L;

        MergeWithItself() {
            super(Kind.RULE, "merge-with-itself", Map.of());
        }
    }

    /// Two cards, or two national ids, are two persons until one of the numbers is corrected.
    static final class NaturalKeysDiffer extends MemberProblem {
        private static final long serialVersionUID = 1L;

        NaturalKeysDiffer() {
            super(Kind.CONFLICT, "natural-keys-differ", Map.of());
        }
    }

    static final class MemberMerged extends MemberProblem {
        private static final long serialVersionUID = 1L;

        MemberMerged(UUID survivor) {
            super(Kind.CONFLICT, "member-merged", Map.of("survivor", survivor));
        }
    }

    static final class MemberErased extends MemberProblem {
        private static final long serialVersionUID = 1L;

        MemberErased() {
            super(Kind.CONFLICT, "member-erased", Map.of());
        }
    }

    /// As long as somebody belongs to an organisation, the law lets it keep who that is.
    static final class StillAMember extends MemberProblem {
        private static final long serialVersionUID = 1L;

        StillAMember() {
            super(Kind.CONFLICT, "still-a-member", Map.of());
        }
    }

    static final class DuplicateNotFound extends MemberProblem {
        private static final long serialVersionUID = 1L;

        DuplicateNotFound() {
            super(Kind.NOT_FOUND, "duplicate-not-found", Map.of());
        }
    }

    static final class DuplicateDecided extends MemberProblem {
        private static final long serialVersionUID = 1L;

        DuplicateDecided() {
            super(Kind.CONFLICT, "duplicate-decided", Map.of());
        }
    }

    /// A row that carries no number is somebody who is known by name and birth date at that organisation.
    static final class PossibleDuplicate extends MemberProblem {
        private static final long serialVersionUID = 1L;

        PossibleDuplicate() {
            super(Kind.CONFLICT, "possible-duplicate", Map.of());
        }
    }

    /// Numbers alone tell nobody who somebody out of sight is.
    static final class OtherNameOrBirthDate extends MemberProblem {
        private static final long serialVersionUID = 1L;

        OtherNameOrBirthDate() {
            super(Kind.CONFLICT, "other-name-or-birth-date", Map.of());
        }
    }

    static final class UnknownUnit extends MemberProblem {
        private static final long serialVersionUID = 1L;

        UnknownUnit() {
            super(Kind.RULE, "unknown-organisation", Map.of());
        }
    }
}
