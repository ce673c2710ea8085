package vn.tiendo.plans.imports.reader;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;
import vn.tiendo.plans.obligation.ObligationKind;

/// What sort of sentence it is: one that asks for something, or one that only says by when.
final class SentenceSorts {

    private final Tokens tokens;
    private final boolean[] hidden;
    private final DeadlinePhrases deadlines;
    private final Parties parties;

    SentenceSorts(Tokens tokens, boolean[] hidden, DeadlinePhrases deadlines, Parties parties) {
        this.tokens = tokens;
        this.hidden = hidden;
        this.deadlines = deadlines;
        this.parties = parties;
    }

    /// "Thời gian: …", "Hoàn thành trước …": says when, not what.
    boolean isOnlyDeadline(Sentence sentence) {
        int i = sentence.start();
        while (i < sentence.end() && tokens.isSign(i)) {
            i++;
        }
        boolean label = tokens.is(i, "thoi", "gian")
                || tokens.is(i, "thoi", "han")
                || tokens.is(i, "tien", "do")
                || tokens.is(i, "thoi", "diem")
                || tokens.is(i, "han", "nop")
                || tokens.is(i, "han", "gui")
                || tokens.is(i, "han", "cuoi")
                || tokens.is(i, "ngay", "hoan");
        boolean finish = tokens.is(i, "hoan", "thanh") || tokens.is(i, "xong") || tokens.is(i, "hoan", "tat");
        boolean bare = tokens.isOneOf(i, "truoc", "cham", "trong", "gui") && sentence.end() - i < 26;
        if (!label && !finish && !bare) {
            return false;
        }
        var found = deadlines.between(i, sentence.end(), Label.NONE);
        if (found.isEmpty()) {
            return false;
        }
        if (label) {
            return true;
        }
        int first = found.getFirst().start();
        if (bare && (first != i || parties.subject(i, sentence.end()) != null)) {
            return false;
        }
        return CueTable.STANDARD.hits(tokens, hidden, i, sentence.end()).stream()
                        .noneMatch(hit -> hit.start() < first || !bareDelivery(hit))
                && first - i < 14;
    }

    /// Where the part that only dates ends: behind its first deadline, if another task with its own deadline follows.
    int datedUpTo(Sentence sentence) {
        var found = deadlines.between(sentence.start(), sentence.end(), Label.NONE);
        if (found.size() < 2) {
            return sentence.end();
        }
        int first = found.getFirst().end();
        boolean more = CueTable.STANDARD.hits(tokens, hidden, first, sentence.end()).stream()
                .anyMatch(hit -> hit.start() < found.getLast().end() && !bareDelivery(hit));
        return more && found.getFirst().isExact() ? first : sentence.end();
    }

    private static boolean bareDelivery(Cue.Hit hit) {
        return hit.cue().name().equals("báo cáo");
    }

    /// A label that dates nothing and asks nothing.
    boolean isOnlyLabel(int start, int end) {
        return !hasWork(start, end) && deadlines.between(start, end, Label.NONE).isEmpty();
    }

    boolean hasWork(int start, int end) {
        return !CueTable.STANDARD.hits(tokens, hidden, start, end).isEmpty();
    }

    Set<ObligationKind> kindsIn(Sentence sentence) {
        var kinds = EnumSet.noneOf(ObligationKind.class);
        for (var hit : CueTable.STANDARD.hits(tokens, hidden, sentence.start(), sentence.end())) {
            kinds.add(hit.cue().kind());
        }
        return kinds;
    }

    /// The kind that a short text, as the cell of a table, asks for.
    @Nullable
    Cue kindOf(int start, int end) {
        var hits = CueTable.STANDARD.hits(tokens, hidden, start, end);
        return hits.stream()
                .map(Cue.Hit::cue)
                .filter(cue -> !new Task(cue.kind(), null, 0, 0, new Sentence(0, 0, 0), "").isSoft())
                .findFirst()
                .or(() -> hits.stream().map(Cue.Hit::cue).findFirst())
                .orElse(null);
    }
}
