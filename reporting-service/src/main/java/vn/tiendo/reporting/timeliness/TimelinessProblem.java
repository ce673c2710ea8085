package vn.tiendo.reporting.timeliness;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals of timeliness.
abstract sealed class TimelinessProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private TimelinessProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    /// The last day comes before the first, or there are more than five years between them.
    static final class WrongTerm extends TimelinessProblem {
        private static final long serialVersionUID = 1L;

        WrongTerm(LocalDate from, LocalDate to) {
            super(Kind.RULE, "wrong-term", Map.of("from", from, "to", to));
        }
    }
}
