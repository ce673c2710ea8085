package vn.tiendo.plans.assignment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about assignments.
abstract sealed class AssignmentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private AssignmentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class AssignmentNotFound extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        AssignmentNotFound() {
            super(Kind.NOT_FOUND, "assignment-not-found", Map.of());
        }
    }

    /// Done, waived or closed already.
    static final class AlreadySettled extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        AlreadySettled() {
            super(Kind.CONFLICT, "already-settled", Map.of());
        }
    }

    /// Registrations and reports speak for themselves; nobody ticks a box for them.
    static final class FulfilledByFacts extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        FulfilledByFacts() {
            super(Kind.RULE, "fulfilled-by-facts", Map.of());
        }
    }

    static final class ExtensionNotLater extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        ExtensionNotLater(LocalDate dueDay) {
            super(Kind.RULE, "extension-not-later", Map.of("dueDay", dueDay));
        }
    }

    /// More time is given before the time is up; afterwards a superior can only waive.
    static final class ExtensionAfterExpiry extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        ExtensionAfterExpiry(LocalDate lastDay) {
            super(Kind.CONFLICT, "extension-after-expiry", Map.of("lastDay", lastDay));
        }
    }

    /// All extensions together stay within the limit of the issuer.
    static final class ExtensionTooLong extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        ExtensionTooLong(LocalDate latest, int days) {
            super(Kind.RULE, "extension-too-long", Map.of("latest", latest, "days", days));
        }
    }

    /// A first due day that is over already would make the debtor late at once.
    static final class DueDayInThePast extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        DueDayInThePast() {
            super(Kind.RULE, "due-day-in-the-past", Map.of());
        }
    }

    /// What is marked as done has been done.
    static final class StatedInTheFuture extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        StatedInTheFuture() {
            super(Kind.RULE, "stated-in-the-future", Map.of());
        }
    }

    /// Facts are not taken back by hand.
    static final class NotMarkedByHand extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        NotMarkedByHand() {
            super(Kind.CONFLICT, "not-marked-by-hand", Map.of());
        }
    }

    /// Evidence is something that is here and that the clerk may see.
    static final class UnknownEvidence extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        UnknownEvidence(UUID id) {
            super(Kind.RULE, "unknown-evidence", Map.of("id", id));
        }
    }

    /// An issuer binds organisations below it; it cannot pass a debt on to others.
    static final class TransferOutsideIssuer extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        TransferOutsideIssuer() {
            super(Kind.RULE, "transfer-outside-issuer", Map.of());
        }
    }

    /// The organisation owes, or owed, the same thing for the same occurrence.
    static final class AlreadyOwedThere extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        AlreadyOwedThere() {
            super(Kind.CONFLICT, "already-owed-there", Map.of());
        }
    }

    /// Who owes registrations follows from where the members are.
    static final class MembersStay extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        MembersStay() {
            super(Kind.RULE, "members-stay", Map.of());
        }
    }

    /// A waiver of many names the plan or the obligation that it is about.
    static final class WaiverUnbounded extends AssignmentProblem {
        private static final long serialVersionUID = 1L;

        WaiverUnbounded() {
            super(Kind.RULE, "waiver-unbounded", Map.of());
        }
    }
}
