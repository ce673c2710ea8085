package vn.tiendo.kit.table;

import java.util.regex.Pattern;

/// How the text of a cell is read, and written so that no spreadsheet takes it for a formula.
public final class Cells {

    private static final Pattern RUNS_AS_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Cells() {}

    /// Without surrounding spaces, and without the apostrophe that [#defused] puts in front.
    static String read(String cell) {
        var stripped = cell.strip();
        return stripped.startsWith("'")
                        && RUNS_AS_FORMULA.matcher(stripped.substring(1)).matches()
                ? stripped.substring(1)
                : stripped;
    }

    /// With an apostrophe before what a spreadsheet would run; [#read] takes it away again.
    public static String defused(String cell) {
        return RUNS_AS_FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
