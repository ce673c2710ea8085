package vn.tiendo.registrations.registration;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.registration.HistoryApi.Part;
import vn.tiendo.registrations.registration.HistoryApi.Piece;

/// What differs between the texts of one comparison.
///
/// Matching words takes an effort that grows with the square of their number, so that all texts of a comparison share
/// one allowance. Beyond it lines are matched, and beyond that one text is removed and the other added.
final class TextDifferences {

    /// As much as four thousand words take that have nothing in common: less than half a second.
    private static final long ALLOWANCE = 4_000L * 4_000L;

    /// With the white space behind them, so that the pieces put together are the text again.
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private long allowed = ALLOWANCE;

    /// An item of a list; in two versions it is the same one by its name, or because it says the same.
    record Item(@Nullable String name, String text) {
        private boolean isSame(Item other) {
            return (name != null && name.equals(other.name)) || text.equals(other.text);
        }
    }

    List<Piece> ofTexts(String before, String after) {
        var pieces = new Pieces();
        compare(before, after, pieces);
        return pieces.all();
    }

    /// Items are matched first, so that no words of one are read as those of another.
    List<Piece> ofItems(List<Item> before, List<Item> after) {
        var pieces = new Pieces();
        BiConsumer<List<Item>, List<Item>> replaced = (old, fresh) -> pieces.replace(texts(old), texts(fresh));
        if (afford(before, after)) {
            match(before, after, Item::isSame, (old, fresh) -> compare(old.text, fresh.text, pieces), replaced);
        } else {
            replaced.accept(before, after);
        }
        return pieces.all();
    }

    private void compare(String before, String after, Pieces pieces) {
        var old = split(WORD, before);
        var fresh = split(WORD, after);
        int shorter = Math.min(old.size(), fresh.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        pieces.add(Part.SAME, old.subList(0, head));
        between(old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail), pieces);
        pieces.add(Part.SAME, old.subList(old.size() - tail, old.size()));
    }

    private void between(List<String> old, List<String> fresh, Pieces pieces) {
        if (afford(old, fresh)) {
            match(old, fresh, String::equals, pieces::keep, pieces::replace);
            return;
        }
        var oldLines = split(LINE, String.join("", old));
        var freshLines = split(LINE, String.join("", fresh));
        if (afford(oldLines, freshLines)) {
            match(
                    oldLines,
                    freshLines,
                    String::equals,
                    pieces::keep,
                    (removed, added) -> lines(removed, added, pieces));
        } else {
            pieces.replace(old, fresh);
        }
    }

    private void lines(List<String> old, List<String> fresh, Pieces pieces) {
        var oldWords = split(WORD, String.join("", old));
        var freshWords = split(WORD, String.join("", fresh));
        if (afford(oldWords, freshWords)) {
            match(oldWords, freshWords, String::equals, pieces::keep, pieces::replace);
        } else {
            pieces.replace(old, fresh);
        }
    }

    /// Where there is nothing on one side, there is nothing to match.
    private boolean afford(List<?> old, List<?> fresh) {
        long size = (long) old.size() + fresh.size();
        long effort = old.isEmpty() || fresh.isEmpty() ? 0 : size * size;
        if (effort > allowed) {
            return false;
        }
        allowed -= effort;
        return true;
    }

    private static <T> void match(
            List<T> before,
            List<T> after,
            BiPredicate<T, T> alike,
            BiConsumer<T, T> kept,
            BiConsumer<List<T>, List<T>> replaced) {
        if (before.isEmpty() || after.isEmpty()) {
            replaced.accept(before, after);
            return;
        }
        int old = 0;
        int fresh = 0;
        for (var delta : DiffUtils.diff(before, after, alike).getDeltas()) {
            for (; old < delta.getSource().getPosition(); old++, fresh++) {
                kept.accept(before.get(old), after.get(fresh));
            }
            replaced.accept(delta.getSource().getLines(), delta.getTarget().getLines());
            old += delta.getSource().size();
            fresh += delta.getTarget().size();
        }
        for (; old < before.size(); old++, fresh++) {
            kept.accept(before.get(old), after.get(fresh));
        }
    }

    private static List<String> split(Pattern by, String text) {
        return by.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> texts(List<Item> items) {
        return items.stream().map(Item::text).toList();
    }

    /// Neighbours of one kind are one piece.
    private static final class Pieces {
        private final List<Piece> done = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Part part = Part.SAME;

        void keep(String old, String fresh) {
            add(Part.SAME, List.of(fresh));
        }

        void replace(List<String> removed, List<String> added) {
            add(Part.REMOVED, removed);
            add(Part.ADDED, added);
        }

        void add(Part next, List<String> words) {
            if (words.isEmpty()) {
                return;
            }
            if (next != part) {
                end();
                part = next;
            }
            words.forEach(text::append);
        }

        List<Piece> all() {
            end();
            return done;
        }

        private void end() {
            if (!text.isEmpty()) {
                done.add(new Piece(part, text.toString()));
                text.setLength(0);
            }
        }
    }
}
