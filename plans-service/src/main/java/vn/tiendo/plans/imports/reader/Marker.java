package vn.tiendo.plans.imports.reader;

/// The mark a paragraph begins with, and how deep it stands: the smaller the level, the wider the heading.
///
/// @param level 1 annex or part, 2 "I.", 3 "Điều 1", 4 "1.", 5 "1.1.", 6 "1.1.1.", 7 "a)", 8 "(1)" and dots, 9
/// "-", 10 "+", 99 none
/// @param length letters of the mark with the space after it
record Marker(int level, int length) {

    static final Marker NONE = new Marker(99, 0);

    boolean isHeading() {
        return level <= 7;
    }

    boolean isGiven() {
        return level < 99;
    }

    static Marker of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        char first = text.charAt(0);
        if (first == '-' && text.length() > 1) {
            return new Marker(9, afterSpace(text, 1));
        }
        if (first == '+' && text.length() > 1) {
            return new Marker(10, afterSpace(text, 1));
        }
        if (first == LineCleaner.DOT) {
            return new Marker(8, afterSpace(text, 1));
        }
        if (first == '(') {
            return bracketed(text);
        }
        if (Character.isDigit(first)) {
            return numbered(text);
        }
        return Character.isUpperCase(first) || Character.isLetter(first) ? lettered(text) : NONE;
    }

    private static Marker bracketed(String text) {
        int i = 1;
        while (i < text.length() && i < 4 && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        boolean number = i > 1 && i < text.length() && text.charAt(i) == ')' && Character.isDigit(text.charAt(1));
        return number ? new Marker(8, afterSpace(text, i + 1)) : NONE;
    }

    private static Marker numbered(String text) {
        int i = 0;
        int parts = 0;
        while (i < text.length() && Character.isDigit(text.charAt(i)) && parts < 5) {
            int digits = i;
            while (i < text.length() && Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (i - digits > 2) {
                return NONE;
            }
            parts++;
            if (i < text.length() && text.charAt(i) == '.') {
                i++;
            } else {
                break;
            }
        }
        if (i >= text.length()) {
            return NONE;
        }
        char before = text.charAt(i - 1);
        char next = text.charAt(i);
        boolean closed = before == '.' && (next == ' ' || Character.isUpperCase(next));
        if (closed
                || (parts > 1 && next == ' ' && i + 1 < text.length() && Character.isUpperCase(text.charAt(i + 1)))) {
            return new Marker(3 + Math.min(parts, 3), afterSpace(text, i));
        }
        if (parts == 1 && (next == ')' || (next == '/' && i + 1 < text.length() && text.charAt(i + 1) == ' '))) {
            return new Marker(next == ')' ? 7 : 4, afterSpace(text, i + 1));
        }
        boolean dashed = parts == 1
                && next == '-'
                && i + 1 < text.length()
                && text.charAt(i + 1) == ' '
                && i + 2 < text.length()
                && Character.isLetter(text.charAt(i + 2));
        return dashed ? new Marker(4, afterSpace(text, i + 1)) : NONE;
    }

    private static Marker lettered(String text) {
        var folded = Letters.fold(text.substring(0, Math.min(24, text.length())));
        if (folded.startsWith("dieu ") && folded.length() > 5 && Character.isDigit(folded.charAt(5))) {
            int end = 5;
            while (end < text.length() && end < 9 && Character.isDigit(text.charAt(end))) {
                end++;
            }
            boolean heading = end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ':');
            return heading && Character.isUpperCase(text.charAt(0)) ? new Marker(3, afterSpace(text, end + 1)) : NONE;
        }
        if (Character.isUpperCase(text.charAt(0)) && (folded.startsWith("phu luc") || folded.startsWith("chuong "))) {
            return Letters.inCapitals(text.split("[:.(]", 2)[0]) ? new Marker(1, 0) : NONE;
        }
        int roman = 0;
        while (roman < text.length() && roman < 6 && "IVXL".indexOf(text.charAt(roman)) >= 0) {
            roman++;
        }
        if (roman > 0
                && roman < text.length()
                && ".-)/".indexOf(text.charAt(roman)) >= 0
                && !(text.charAt(roman) == '/' && roman + 1 < text.length() && text.charAt(roman + 1) != ' ')) {
            return new Marker(2, afterSpace(text, roman + 1));
        }
        if (text.length() > 2 && text.charAt(1) == ')' && Character.isLowerCase(text.charAt(0))) {
            return new Marker(7, afterSpace(text, 2));
        }
        if (text.length() > 3 && text.charAt(1) == '.' && text.charAt(2) == ' ') {
            return new Marker(Character.isUpperCase(text.charAt(0)) ? 2 : 7, 3);
        }
        return NONE;
    }

    private static int afterSpace(String text, int i) {
        int end = i;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }
}
