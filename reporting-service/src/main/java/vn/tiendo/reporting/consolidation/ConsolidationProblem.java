package vn.tiendo.reporting.consolidation;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals of consolidations.
abstract sealed class ConsolidationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ConsolidationProblem(Kind kind, String code) {
        super(kind, code, Map.of());
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
