package vn.tiendo.plans.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about restructurings; each names the organisation by its code.
abstract sealed class RestructuringProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private RestructuringProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class RestructuringNotFound extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        RestructuringNotFound() {
            super(Kind.NOT_FOUND, "restructuring-not-found", Map.of());
        }
    }

    static final class NoLongerPlanned extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        NoLongerPlanned(Restructuring.Status status) {
            super(Kind.CONFLICT, "restructuring-no-longer-planned", Map.of("status", status));
        }
    }

    static final class CycleInTheTree extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        CycleInTheTree(String organisation, String under) {
            super(Kind.RULE, "cycle-in-the-tree", Map.of("organisation", organisation, "under", under));
        }
    }

    static final class OrganisationEnded extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        OrganisationEnded(String organisation, LocalDate lastDay) {
            super(Kind.CONFLICT, "organisation-ended", Map.of("organisation", organisation, "lastDay", lastDay));
        }
    }

    /// The root ends, or stands under somebody, or the new superior does not exist on that day.
    static final class LeftWithoutParent extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        LeftWithoutParent(String organisation) {
            super(Kind.RULE, "left-without-parent", Map.of("organisation", organisation));
        }
    }

    static final class ActedUponTwice extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        ActedUponTwice(String organisation) {
            super(Kind.RULE, "acted-upon-twice", Map.of("organisation", organisation));
        }
    }

    static final class EffectiveBeforeExistence extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        EffectiveBeforeExistence(String organisation, LocalDate firstDay) {
            super(Kind.RULE, "effective-before-existence", Map.of("organisation", organisation, "firstDay", firstDay));
        }
    }

    /// Something was changed with effect from a later day already, and both cannot be true.
    static final class LaterChangeContradicts extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        LaterChangeContradicts(String organisation, LocalDate changedOn) {
            super(
                    Kind.CONFLICT,
                    "later-change-contradicts",
                    Map.of("organisation", organisation, "changedOn", changedOn));
        }
    }

    static final class NothingChanges extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        NothingChanges(String organisation) {
            super(Kind.RULE, "nothing-changes", Map.of("organisation", organisation));
        }
    }

    static final class ChildElsewhere extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        ChildElsewhere(String organisation, String parent) {
            super(Kind.RULE, "child-elsewhere", Map.of("organisation", organisation, "parent", parent));
        }
    }

    static final class AssignmentElsewhere extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        AssignmentElsewhere(UUID assignment, String organisation) {
            super(Kind.RULE, "assignment-elsewhere", Map.of("assignment", assignment, "organisation", organisation));
        }
    }

    /// An exception of a split names somebody who is not among its successors.
    static final class NoSuccessorOfSplit extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        NoSuccessorOfSplit(String organisation) {
            super(Kind.RULE, "no-successor-of-split", Map.of("organisation", organisation));
        }
    }

    /// Something that was stored since contradicts it, as only the database saw.
    static final class RuleOfTreeBroken extends RestructuringProblem {
        private static final long serialVersionUID = 1L;

        RuleOfTreeBroken() {
            super(Kind.CONFLICT, "rule-of-tree-broken", Map.of());
        }
    }
}
