package vn.tiendo.kit.intake;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal of an import, or of a row whatever it is about.
public abstract sealed class ImportProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ImportProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ImportNotFound extends ImportProblem {
        private static final long serialVersionUID = 1L;

        ImportNotFound() {
            super(Kind.NOT_FOUND, "import-not-found", Map.of());
        }
    }

    /// Too many files are being read at this moment.
    static final class ImportsBusy extends ImportProblem {
        private static final long serialVersionUID = 1L;

        ImportsBusy() {
            super(Kind.UNAVAILABLE, "imports-busy", Map.of());
        }
    }

    public static final class CellMissing extends ImportProblem {
        private static final long serialVersionUID = 1L;

        public CellMissing(String column) {
            super(Kind.RULE, "cell-missing", Map.of("column", column));
        }
    }

    public static final class CellNotUnderstood extends ImportProblem {
        private static final long serialVersionUID = 1L;

        public CellNotUnderstood(String column) {
            super(Kind.RULE, "cell-not-understood", Map.of("column", column));
        }
    }

    /// What the row says differs from what is kept; an import adds, it does not change.
    public static final class DiffersFromKept extends ImportProblem {
        private static final long serialVersionUID = 1L;

        public DiffersFromKept(String columns) {
            super(Kind.CONFLICT, "differs-from-kept", Map.of("columns", columns));
        }
    }

    /// The row hangs on another one that was rejected.
    public static final class RestsOnRejectedRow extends ImportProblem {
        private static final long serialVersionUID = 1L;

        public RestsOnRejectedRow(int row) {
            super(Kind.RULE, "rests-on-rejected-row", Map.of("row", row));
        }
    }
}
