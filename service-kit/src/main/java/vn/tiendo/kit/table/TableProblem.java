package vn.tiendo.kit.table;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal of a whole table.
public abstract sealed class TableProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private TableProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class EmptyTable extends TableProblem {
        private static final long serialVersionUID = 1L;

        EmptyTable() {
            super(Kind.RULE, "empty-table", Map.of());
        }
    }

    static final class NotUtf8 extends TableProblem {
        private static final long serialVersionUID = 1L;

        NotUtf8() {
            super(Kind.RULE, "table-not-utf8", Map.of());
        }
    }

    /// Neither what its content type says nor anything like it.
    static final class UnreadableTable extends TableProblem {
        private static final long serialVersionUID = 1L;

        UnreadableTable(String format) {
            super(Kind.RULE, "unreadable-table", Map.of("format", format));
        }
    }

    /// A small file that unfolds to an enormous one.
    static final class TableTooLarge extends TableProblem {
        private static final long serialVersionUID = 1L;

        TableTooLarge() {
            super(Kind.TOO_LARGE, "table-too-large", Map.of());
        }
    }

    static final class TooManyRows extends TableProblem {
        private static final long serialVersionUID = 1L;

        TooManyRows(int most) {
            super(Kind.RULE, "too-many-rows", Map.of("most", most));
        }
    }

    static final class MissingColumn extends TableProblem {
        private static final long serialVersionUID = 1L;

        MissingColumn(String columns) {
            super(Kind.RULE, "missing-column", Map.of("columns", columns));
        }
    }

    static final class UnknownColumn extends TableProblem {
        private static final long serialVersionUID = 1L;

        UnknownColumn(String column) {
            super(Kind.RULE, "unknown-column", Map.of("column", cut(column)));
        }
    }

    static final class ColumnTwice extends TableProblem {
        private static final long serialVersionUID = 1L;

        ColumnTwice(String column) {
            super(Kind.RULE, "column-twice", Map.of("column", cut(column)));
        }
    }

    /// What is no table may have a whole text as its header.
    private static String cut(String column) {
        return column.length() <= 40 ? column : column.substring(0, 40) + "…";
    }
}
