package vn.tiendo.reporting.consolidation;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals of consolidations.
abstract sealed class ConsolidationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ConsolidationProblem(Kind kind, String code) {
        this(kind, code, Map.of());
    }

    private ConsolidationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// The rows of a table are told apart by so many cells, and of no other figure at all.
    static final class RowKeyDoesNotFit extends ConsolidationProblem {
        private static final long serialVersionUID = 1L;

        RowKeyDoesNotFit(int needed, int given) {
            super(Kind.RULE, "row-key-does-not-fit", Map.of("needed", needed, "given", given));
        }
    }

    /// No unit owes this organisation a report of this sort and period.
    static final class NothingToConsolidate extends ConsolidationProblem {
        private static final long serialVersionUID = 1L;

        NothingToConsolidate() {
            super(Kind.RULE, "nothing-to-consolidate");
        }
    }

    static final class NotConsolidated extends ConsolidationProblem {
        private static final long serialVersionUID = 1L;

        NotConsolidated() {
            super(Kind.NOT_FOUND, "not-consolidated");
        }
    }
}
