package vn.tiendo.plans.imports.reader;

import java.util.List;

/// The tokens in which nothing is looked for: cited documents with their dates, and titles between quotation marks.
final class Hidden {

    private static final int LONGEST_TITLE = 120;

    private Hidden() {}

    static boolean[] of(Tokens tokens, List<Citation> citations) {
        var hidden = new boolean[tokens.size() + 1];
        for (var citation : citations) {
            for (int i = citation.start(); i < citation.end() && i < hidden.length; i++) {
                hidden[i] = true;
            }
        }
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isEndOfBlock(i)) {
                open = -1;
            } else if (tokens.isOneOf(i, "“", "«") || (tokens.is(i, "\"") && open < 0)) {
                open = open < 0 ? i : open;
            } else if (tokens.isOneOf(i, "”", "»", "\"") && open >= 0) {
                if (i - open < LONGEST_TITLE) {
                    for (int j = open; j <= i; j++) {
                        hidden[j] = true;
                    }
                }
                open = -1;
            }
        }
        undatedDocuments(tokens, hidden);
        return hidden;
    }

    /// "theo Công văn ngày 15/3/2024 của …": a document known by its date alone.
    private static void undatedDocuments(Tokens tokens, boolean[] hidden) {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            boolean type = tokens.isCapitalised(i)
                    && (tokens.is(i, "cong", "van")
                            || tokens.is(i, "cong", "dien")
                            || tokens.is(i, "quyet", "dinh")
                            || tokens.is(i, "ket", "luan")
                            || tokens.is(i, "nghi", "quyet")
                            || tokens.is(i, "giay", "moi")
                            || tokens.is(i, "thong", "bao"));
            if (type && tokens.is(i + 2, "ngay") && tokens.isNumber(i + 3)) {
                for (int j = i; j < Math.min(i + 10, tokens.size()) && !tokens.isOneOf(j, "cua", ";", "\n", "("); j++) {
                    hidden[j] = true;
                }
            }
        }
    }
}
