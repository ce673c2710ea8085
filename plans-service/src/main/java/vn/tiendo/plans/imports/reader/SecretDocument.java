package vn.tiendo.plans.imports.reader;

import java.util.List;
import java.util.Set;

/// A document marked MẬT, TỐI MẬT or TUYỆT MẬT: it must not be kept in this system.
public final class SecretDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Set<String> MARKS = Set.of(
            "MẬT", "TỐI MẬT", "TUYỆT MẬT", "TÀI LIỆU MẬT", "ĐỘ MẬT: MẬT", "ĐỘ MẬT: TỐI MẬT", "ĐỘ MẬT: TUYỆT MẬT");
    private static final Set<String> MARKS_WITHOUT_ACCENTS = Set.of("MAT", "TOI MAT", "TUYET MAT");
    private static final int HEAD_LINES = 30;

    private SecretDocument(String mark) {
        super("The document is marked " + mark);
    }

    /// The same for a text of which nothing else is to be read.
    public static void refuseIn(String text) {
        refuse(LineCleaner.lines(text));
    }

    /// A mark stands alone on its line or in its cell; the words in a sentence or a title are no mark.
    static void refuse(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            check(line.text(), i);
            for (var cell : line.cells()) {
                check(cell.text(), i);
            }
        }
    }

    private static void check(String text, int line) {
        if (text.length() > 24) {
            return;
        }
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        var mark = text.substring(start, end);
        if (MARKS.contains(mark) || (line < HEAD_LINES && MARKS_WITHOUT_ACCENTS.contains(mark))) {
            throw new SecretDocument(mark);
        }
    }
}
