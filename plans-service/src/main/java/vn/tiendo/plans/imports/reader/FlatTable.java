package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A table whose cells were written out one per line: a head that begins with "TT", then rows that begin with 1,
/// 2, 3.
final class FlatTable {

    private static final Set<String> FIRST_HEADS = Set.of("tt", "stt", "so tt", "s.t.t", "so thu tu", "t.t");
    private static final int MOST_COLUMNS = 9;
    private static final int LONGEST_CELL_LINES = 14;

    private FlatTable() {}

    /// Where the table that begins at a line ends, or the line itself if none begins there.
    static int end(List<Line> lines, int start) {
        if (lines.get(start).isRow() || !FIRST_HEADS.contains(lines.get(start).folded())) {
            return start;
        }
        int first = -1;
        for (int i = start + 1; i < lines.size() && i <= start + 2 * MOST_COLUMNS; i++) {
            if (isNumber(lines.get(i), 1)) {
                first = i;
                break;
            }
        }
        if (first < start + 3) {
            return start;
        }
        int end = first + 1;
        int number = 2;
        int sinceNumber = 0;
        for (int i = first + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (isNumber(line, number)) {
                number++;
                sinceNumber = 0;
            } else if (++sinceNumber > LONGEST_CELL_LINES || line.text().length() > 400 || isAfterTable(line)) {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    private static boolean isAfterTable(Line line) {
        var marker = Marker.of(line.text());
        return marker.level() <= 4
                || line.folded().startsWith("noi nhan")
                || line.folded().startsWith("tren day la");
    }

    private static boolean isNumber(Line line, int number) {
        var text = line.text();
        return text.equals(Integer.toString(number)) || text.equals("0" + number) || text.equals(number + ".");
    }

    /// The head and the rows, each as its cells.
    static List<List<Line>> rows(List<Line> lines, int start, int end) {
        var rows = new ArrayList<List<Line>>();
        var row = new ArrayList<Line>();
        int number = 1;
        for (int i = start; i < end; i++) {
            if (isNumber(lines.get(i), number)) {
                rows.add(List.copyOf(row));
                row.clear();
                number++;
            }
            row.add(lines.get(i));
        }
        rows.add(List.copyOf(row));
        return rows;
    }
}
