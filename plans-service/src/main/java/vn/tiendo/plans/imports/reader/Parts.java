package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Divides the lines of a document into head, addressees, body, and foot (recipients and signature).
record Parts(List<Line> head, List<Line> addressees, List<Line> body, List<Line> foot) {

    static final Set<String> TYPE_WORDS = Set.of(
            "ke hoach",
            "huong dan",
            "quyet dinh",
            "chi thi",
            "cong dien",
            "thong bao",
            "chuong trinh",
            "nghi quyet",
            "quy dinh",
            "ket luan",
            "thong tri",
            "de an",
            "phuong an",
            "to trinh",
            "bao cao",
            "quy che",
            "chuong trinh hanh dong",
            "ke hoach hanh dong",
            "ke hoach lien tich",
            "ke hoach phoi hop",
            "chuong trinh cong tac",
            "huong dan lien tich",
            "thong bao ket luan");

    private static final String[] OPENINGS = {
        "can cu ",
        "thuc hien ",
        "de ",
        "nham ",
        "theo ",
        "xet ",
        "trien khai ",
        "tiep tuc ",
        "ngay ",
        "trong thoi gian ",
        "vua qua",
        "hien nay",
        "duoc su ",
        "tren co so ",
        "trong nam ",
        "chap hanh ",
        "thua lenh",
        "tiep theo "
    };
    private static final int LONGEST_HEAD = 60;
    private static final int LONG_PARAGRAPH = 120;

    static Parts of(List<Line> all) {
        int headEnd = headEnd(all);
        var head = flattened(all.subList(0, headEnd));
        int bodyStart = headEnd;
        if (headEnd < all.size() && all.get(headEnd).folded().startsWith("kinh gui")) {
            bodyStart = addresseesEnd(all, headEnd);
        }
        var addressees = flattened(all.subList(headEnd, bodyStart));
        var body = new ArrayList<Line>();
        var foot = new ArrayList<Line>();
        int i = bodyStart;
        boolean footSeen = false;
        while (i < all.size()) {
            int footStart = footStart(all, i, footSeen);
            body.addAll(all.subList(i, footStart));
            i = annexStart(all, footStart);
            if (!footSeen) {
                foot.addAll(all.subList(footStart, i));
            }
            footSeen = true;
        }
        return new Parts(head, addressees, List.copyOf(body), List.copyOf(foot));
    }

    private static List<Line> flattened(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.isRow() ? line.cells().stream() : java.util.stream.Stream.of(line))
                .toList();
    }

    static boolean isTypeWord(Line line) {
        return isTypeWord(line.text());
    }

    static boolean isTypeWord(String text) {
        var folded = Letters.fold(text).strip();
        return folded.length() < 30
                && TYPE_WORDS.contains(folded.replaceAll("[^a-z ]", "").strip())
                && Character.isUpperCase(text.charAt(0))
                && (Letters.inCapitals(text) || text.length() < 14);
    }

    private static int headEnd(List<Line> all) {
        int typeWord = -1;
        int titleLines = 0;
        for (int i = 0; i < all.size() && i < LONGEST_HEAD; i++) {
            var line = all.get(i);
            var folded = line.folded();
            if (folded.startsWith("kinh gui")) {
                return i;
            }
            if (isTypeWord(line) || line.cells().stream().anyMatch(Parts::isTypeWord)) {
                typeWord = i;
                titleLines = 0;
                continue;
            }
            if (Marker.of(line.text()).isHeading() && !folded.startsWith("so") && !line.isRow()) {
                return i;
            }
            boolean opens = opens(folded) && Character.isUpperCase(line.text().charAt(0));
            boolean titleAlready = typeWord < 0 ? i > 0 : titleLines > 0;
            if (opens && (titleAlready || folded.startsWith("can cu ")) && isBodyParagraph(all, i)) {
                return i;
            }
            boolean listed = typeWord >= 0
                    && titleLines > 0
                    && (Marker.of(line.text()).level() == 9
                            || line.text().endsWith(":") && line.text().length() > 12);
            if (listed) {
                return i;
            }
            if (typeWord < 0 && line.text().length() > 200 && i > 0) {
                return i;
            }
            if (typeWord >= 0
                    && titleLines > 0
                    && line.afterBlank()
                    && line.text().length() > LONG_PARAGRAPH * 2) {
                return i;
            }
            titleLines++;
        }
        boolean titled =
                typeWord >= 0 || (!all.isEmpty() && isTitle(all.getFirst().text()));
        return titled ? Math.min(all.size(), Math.min(LONGEST_HEAD, Math.max(typeWord + 2, 1))) : 0;
    }

    private static boolean isTitle(String text) {
        return ".;:".indexOf(text.charAt(text.length() - 1)) < 0
                && !Marker.of(text).isGiven();
    }

    private static boolean opens(String folded) {
        for (var opening : OPENINGS) {
            if (folded.startsWith(opening)) {
                return true;
            }
        }
        return folded.matches("nam \\d.*") || folded.startsWith("nam hoc ");
    }

    /// A paragraph of the body is long, or ends like a sentence; a line of a title does neither.
    private static boolean isBodyParagraph(List<Line> all, int start) {
        int length = 0;
        var last = "";
        for (int i = start; i < all.size() && i < start + 12; i++) {
            if (i > start
                    && (all.get(i).afterBlank() || Marker.of(all.get(i).text()).isGiven())) {
                break;
            }
            last = all.get(i).text();
            length += last.length();
            if (last.endsWith(";") || last.endsWith(":") || last.endsWith(".")) {
                break;
            }
        }
        return length > LONG_PARAGRAPH
                || last.endsWith(";")
                || last.endsWith(":")
                || last.endsWith(",")
                || last.endsWith(".");
    }

    private static int addresseesEnd(List<Line> all, int start) {
        for (int i = start + 1; i < all.size() && i < start + 40; i++) {
            var line = all.get(i);
            int level = Marker.of(line.text()).level();
            boolean item = level == 9 || level == 10 || level == 8;
            if (!item && (opens(line.folded()) || line.text().length() > 160 || level <= 7)) {
                return i;
            }
        }
        return Math.min(all.size(), start + 1);
    }

    private static int footStart(List<Line> all, int from, boolean footSeen) {
        for (int i = from; i < all.size(); i++) {
            if (isRecipientsHead(all.get(i)) || all.get(i).cells().stream().anyMatch(Parts::isRecipientsHead)) {
                return signatureAbove(all, from, i);
            }
        }
        if (footSeen) {
            return all.size();
        }
        for (int i = Math.max(from, all.size() - 15); i < all.size(); i++) {
            boolean signs = Signature.isCapacity(all.get(i).text())
                    || Signature.isPosition(all.get(i).text());
            if (signs && !goesOn(all, i)) {
                return i;
            }
        }
        int i = all.size();
        while (i > from + 1 && all.size() - i < 4 && isLooseEnd(all.get(i - 1))) {
            i--;
        }
        return i;
    }

    /// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:": who orders, not who signs, when what is ordered follows.
    private static boolean goesOn(List<Line> all, int signature) {
        return all.get(signature).text().endsWith(":")
                || all.subList(signature + 1, all.size()).stream()
                        .takeWhile(line -> !isTypeWord(line))
                        .anyMatch(line -> line.text().length() > LONG_PARAGRAPH
                                || Marker.of(line.text()).isHeading()
                                        && line.text().length() > 40);
    }

    private static boolean isLooseEnd(Line line) {
        var text = line.text();
        return text.length() < 60
                && !Marker.of(text).isGiven()
                && Character.isUpperCase(text.charAt(0))
                && ".;:,".indexOf(text.charAt(text.length() - 1)) < 0;
    }

    static boolean isRecipientsHead(Line line) {
        var folded = line.folded();
        return folded.startsWith("noi nhan") && (folded.length() < 14 || folded.charAt(8) == ':');
    }

    /// Where columns were read one after the other, the signature stands above the recipients.
    private static int signatureAbove(List<Line> all, int from, int recipients) {
        for (int i = Math.max(from + 1, recipients - 8); i < recipients; i++) {
            var text = all.get(i).text();
            if (Signature.isCapacity(text) || Signature.isPosition(text)) {
                return i;
            }
        }
        return recipients;
    }

    /// After the signature a decision may carry the plan it issues, or annexes.
    private static int annexStart(List<Line> all, int footStart) {
        for (int i = footStart + 2; i < all.size(); i++) {
            var line = all.get(i);
            var marker = Marker.of(line.text());
            boolean heading = marker.level() <= 3 || (marker.level() == 4 && i > footStart + 12);
            if (isTypeWord(line) || heading || line.folded().startsWith("phu luc") || isTableHead(line)) {
                return i;
            }
        }
        return all.size();
    }

    private static boolean isTableHead(Line line) {
        var folded = line.folded();
        return folded.equals("tt")
                || folded.equals("stt")
                || (line.isRow() && (folded.startsWith("tt ") || folded.startsWith("stt ")));
    }
}
