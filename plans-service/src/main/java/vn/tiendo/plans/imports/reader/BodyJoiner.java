package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Joins lines that a page or a line end broke into whole paragraphs, lifts out footnotes and page numbers, and
/// keeps rows as rows.
final class BodyJoiner {

    /// Words after which no sentence ends.
    private static final Set<String> OPEN_WORDS = Set.of(
            "của", "và", "về", "các", "tại", "theo", "cho", "với", "trong", "đến", "từ", "do", "số", "ban", "ngày",
            "tháng", "năm", "trước", "quý", "uỷ", "ủy", "hoặc", "những", "được", "là", "một", "bằng", "khi", "sau",
            "để", "nhằm", "qua", "tổ");

    private static final int FULL_LINE = 45;

    private final StringBuilder text = new StringBuilder();
    private int[] from;
    private int[] to;
    private final List<Block> blocks = new ArrayList<>();

    private BodyJoiner(String original) {
        from = new int[original.length() + 64];
        to = new int[original.length() + 64];
    }

    static BodyText join(String original, List<Line> head, List<Line> body) {
        var joiner = new BodyJoiner(original);
        for (var line : head) {
            joiner.block(Block.Zone.HEAD, List.of(line));
        }
        var footnotes = joiner.body(body);
        for (var footnote : footnotes) {
            joiner.block(Block.Zone.FOOTNOTE, footnote);
        }
        var joined = joiner.text.toString();
        return new BodyText(
                original,
                joined,
                Letters.fold(joined),
                Arrays.copyOf(joiner.from, joined.length()),
                Arrays.copyOf(joiner.to, joined.length()),
                List.copyOf(joiner.blocks),
                isAccented(joined));
    }

    private static boolean isAccented(String text) {
        int accented = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isLetter(letter)) {
                letters++;
                accented += letter > 0x7f ? 1 : 0;
            }
        }
        return accented * 20 > letters;
    }

    private List<List<Line>> body(List<Line> lines) {
        var footnotes = new ArrayList<List<Line>>();
        var paragraph = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int tableEnd = FlatTable.end(lines, i);
            if (tableEnd > i) {
                close(paragraph);
                for (var row : FlatTable.rows(lines, i, tableEnd)) {
                    row(row);
                }
                i = tableEnd - 1;
            } else if (isFootnote(line)) {
                var note = new ArrayList<Line>(List.of(line));
                while (i + 1 < lines.size()
                        && !lines.get(i + 1).afterBlank()
                        && !isFootnote(lines.get(i + 1))
                        && !endsSentence(lines.get(i).text())) {
                    note.add(lines.get(++i));
                }
                footnotes.add(note);
            } else if (isPageNumber(line)) {
                continue;
            } else if (line.isRow() && looksLikeRow(line)) {
                close(paragraph);
                row(line.cells());
            } else {
                if (!paragraph.isEmpty() && !continues(paragraph, line)) {
                    close(paragraph);
                }
                paragraph.add(line);
            }
        }
        close(paragraph);
        return footnotes;
    }

    private void close(List<Line> paragraph) {
        if (!paragraph.isEmpty()) {
            block(Block.Zone.BODY, paragraph);
            paragraph.clear();
        }
    }

    private static boolean isFootnote(Line line) {
        char first = line.text().charAt(0);
        if (first == '⁽' || "¹²³⁴⁵⁶⁷⁸⁹".indexOf(first) >= 0) {
            return true;
        }
        return first == '['
                && line.text().length() > 3
                && Character.isDigit(line.text().charAt(1))
                && line.text().indexOf(']') < 4;
    }

    private static boolean isPageNumber(Line line) {
        var folded = line.folded().replace("trang", "").replace("-", "").strip();
        if (folded.isEmpty() || folded.length() > 7) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (!Character.isDigit(letter) && letter != '/' && letter != ' ') {
                return false;
            }
        }
        return folded.length() <= 3 || line.folded().startsWith("trang");
    }

    /// Justified lines have wide gaps too; a row has at least three cells, or a short first one.
    private static boolean looksLikeRow(Line line) {
        return line.cells().size() > 2 || line.cells().getFirst().text().length() < 60;
    }

    private static boolean endsSentence(String text) {
        char last = text.charAt(text.length() - 1);
        if ((last == '”' || last == '"' || last == ')') && text.length() > 1) {
            last = text.charAt(text.length() - 2);
        }
        return last == '.' || last == ';' || last == ':' || last == '!' || last == '?' || last == '…';
    }

    private static boolean continues(List<Line> paragraph, Line next) {
        var previous = paragraph.getLast().text();
        char first = next.text().charAt(0);
        boolean range = first == '-'
                && Character.isDigit(previous.charAt(previous.length() - 1))
                && startsWithNumber(next.text());
        if (Marker.of(next.text()).isGiven() && !range) {
            return false;
        }
        if (endsSentence(previous)) {
            return false;
        }
        boolean capitals = Letters.inCapitals(previous);
        if (capitals != Letters.inCapitals(next.text()) && capitals) {
            return false;
        }
        boolean open = OPEN_WORDS.contains(lastWord(previous)) || previous.endsWith(",");
        boolean lower =
                Character.isLowerCase(first) || Character.isDigit(first) || first == '(' || first == '“' || range;
        if (next.afterBlank()) {
            return Character.isLowerCase(first)
                    || open
                    || range
                    || (Character.isDigit(first) && previous.length() > FULL_LINE);
        }
        boolean heading =
                Marker.of(paragraph.getFirst().text()).isHeading() && paragraph.size() == 1 && previous.length() < 60;
        return lower || open || (previous.length() >= FULL_LINE && !heading);
    }

    private static boolean startsWithNumber(String text) {
        int i = 1;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && Character.isDigit(text.charAt(i));
    }

    private static String lastWord(String text) {
        int start = text.lastIndexOf(' ') + 1;
        return text.substring(start).toLowerCase(java.util.Locale.ROOT);
    }

    private void block(Block.Zone zone, List<Line> lines) {
        separate();
        int start = text.length();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i > 0) {
                boolean tight = text.charAt(text.length() - 1) == '-' && isInsideNumber(line);
                if (!tight) {
                    letter(' ', line.from()[0], line.from()[0]);
                }
            }
            append(line);
        }
        blocks.add(new Block(zone, start, text.length(), Marker.of(text.substring(start)), List.of()));
    }

    private boolean isInsideNumber(Line next) {
        return text.length() > 1
                && Character.isDigit(text.charAt(text.length() - 2))
                && Character.isUpperCase(next.text().charAt(0));
    }

    private void row(List<Line> row) {
        separate();
        int start = text.length();
        var cells = new ArrayList<int[]>();
        for (var cell : row) {
            if (!cells.isEmpty()) {
                letter(' ', cell.from()[0], cell.from()[0]);
                letter('|', cell.from()[0], cell.from()[0]);
                letter(' ', cell.from()[0], cell.from()[0]);
            }
            int cellStart = text.length();
            append(cell);
            cells.add(new int[] {cellStart, text.length()});
        }
        blocks.add(new Block(Block.Zone.BODY, start, text.length(), Marker.NONE, List.copyOf(cells)));
    }

    private void separate() {
        if (!text.isEmpty()) {
            int last = to[text.length() - 1];
            letter('\n', last, last);
        }
    }

    private void append(Line line) {
        for (int i = 0; i < line.text().length(); i++) {
            letter(line.text().charAt(i), line.from()[i], line.to()[i]);
        }
    }

    private void letter(char letter, int start, int end) {
        if (text.length() == from.length) {
            from = Arrays.copyOf(from, 2 * from.length);
            to = Arrays.copyOf(to, 2 * to.length);
        }
        from[text.length()] = start;
        to[text.length()] = end;
        text.append(letter);
    }
}
