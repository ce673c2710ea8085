package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.List;

/// A sentence of a block, from token to token, with where its clauses begin.
record Sentence(int block, int start, int end) {

    static List<Sentence> of(Tokens tokens, int block, int start, int end) {
        var found = new ArrayList<Sentence>();
        int begin = start;
        for (int i = start; i < end; i++) {
            if (!tokens.isOneOf(i, ".", "!", "?") || i + 1 >= end) {
                continue;
            }
            boolean number = tokens.isNumber(i - 1)
                    && tokens.end(i - 1) == tokens.start(i)
                    && tokens.isNumber(i + 1)
                    && tokens.end(i) == tokens.start(i + 1);
            boolean spaced = tokens.start(i + 1) > tokens.end(i) || tokens.isSign(i + 1);
            boolean shortened = tokens.isOneOf(
                            i - 1, "tp", "tx", "tt", "v", "c", "ths", "ts", "pgs", "gs", "tm", "kt", "bs", "q", "p")
                    && tokens.length(i - 1) < 4;
            boolean next = tokens.isCapitalised(i + 1) || tokens.isSign(i + 1) || tokens.isNumber(i + 1);
            if (!number && spaced && !shortened && next && !tokens.is(i + 1, ".") && i > begin) {
                int end2 = i + 1;
                if (end2 < end && tokens.isOneOf(end2, "”", "\"", ")")) {
                    end2++;
                }
                found.add(new Sentence(block, begin, end2));
                begin = end2;
                i = end2 - 1;
            }
        }
        if (begin < end) {
            found.add(new Sentence(block, begin, end));
        }
        return found;
    }

    /// Clauses end at semicolons outside brackets, and at "(1) … (2) …" marks.
    List<Sentence> clauses(Tokens tokens) {
        var found = new ArrayList<Sentence>();
        int begin = start;
        int depth = 0;
        for (int i = start; i < end; i++) {
            if (tokens.is(i, "(")) {
                boolean mark = tokens.isNumber(i + 1) && tokens.is(i + 2, ")") && !tokens.isWord(i - 1);
                if (mark && i > begin) {
                    found.add(new Sentence(block, begin, i));
                    begin = i;
                }
                depth++;
            } else if (tokens.is(i, ")")) {
                depth = Math.max(0, depth - 1);
            } else if (tokens.is(i, ";") && depth < 2) {
                found.add(new Sentence(block, begin, i + 1));
                begin = i + 1;
            }
        }
        if (begin < end) {
            found.add(new Sentence(block, begin, end));
        }
        return found;
    }
}
