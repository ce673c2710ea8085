package vn.tiendo.registrations.exemplar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about nominations.
abstract sealed class NominationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private NominationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class NominationNotFound extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NominationNotFound() {
            super(Kind.NOT_FOUND, "nomination-not-found", Map.of());
        }
    }

    /// A person needs a member, a collective an organisation, a model a title.
    static final class NomineeUnclear extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NomineeUnclear(NominationForm form) {
            super(Kind.RULE, "nominee-unclear", Map.of("form", form));
        }
    }

    /// A unit nominates its own people and what lies below it.
    static final class NomineeNotInUnit extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NomineeNotInUnit() {
            super(Kind.RULE, "nominee-not-in-unit", Map.of());
        }
    }

    static final class NominationNotOwed extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NominationNotOwed() {
            super(Kind.RULE, "nomination-not-owed", Map.of());
        }
    }

    static final class WrongNominationForm extends NominationProblem {
        private static final long serialVersionUID = 1L;

        WrongNominationForm(NominationForm actual, String needed) {
            super(Kind.RULE, "wrong-nomination-form", Map.of("actual", actual, "needed", needed));
        }
    }

    static final class WrongNominationStatus extends NominationProblem {
        private static final long serialVersionUID = 1L;

        WrongNominationStatus(NominationStatus actual, Set<NominationStatus> needed) {
            super(
                    Kind.CONFLICT,
                    "wrong-nomination-status",
                    Map.of("actual", actual, "needed", new TreeSet<>(needed).toString()));
        }
    }

    /// The plan asks for no more of this form from this unit and year.
    static final class NominationQuotaFull extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NominationQuotaFull(int approved, int most) {
            super(Kind.CONFLICT, "nomination-quota-full", Map.of("approved", approved, "most", most));
        }
    }

    static final class ProposerCannotApprove extends NominationProblem {
        private static final long serialVersionUID = 1L;

        ProposerCannotApprove() {
            super(Kind.FORBIDDEN, "proposer-cannot-approve", Map.of());
        }
    }

    /// Nobody decides about a nomination of oneself or of the collective that one speaks for.
    static final class OwnNomination extends NominationProblem {
        private static final long serialVersionUID = 1L;

        OwnNomination() {
            super(Kind.FORBIDDEN, "own-nomination", Map.of());
        }
    }

    static final class AlreadyCarriedOut extends NominationProblem {
        private static final long serialVersionUID = 1L;

        AlreadyCarriedOut(LocalDate since) {
            super(Kind.CONFLICT, "already-carried-out", Map.of("since", since));
        }
    }

    static final class CommendedBefore extends NominationProblem {
        private static final long serialVersionUID = 1L;

        CommendedBefore(int year) {
            super(Kind.CONFLICT, "commended-before", Map.of("year", Integer.toString(year)));
        }
    }

    static final class FollowUpTooEarly extends NominationProblem {
        private static final long serialVersionUID = 1L;

        FollowUpTooEarly(LocalDate from) {
            super(Kind.CONFLICT, "follow-up-too-early", Map.of("from", from));
        }
    }

    static final class NoSuperior extends NominationProblem {
        private static final long serialVersionUID = 1L;

        NoSuperior() {
            super(Kind.CONFLICT, "no-superior", Map.of());
        }
    }
}
