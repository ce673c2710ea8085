package vn.tiendo.registrations.member;

import java.util.Map;
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
}
