package vn.tiendo.plans.imports.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A pattern over words: `a|b` either word, `[a]` may be missing, `..5` up to five words or commas between.
/// Words match with their marks wherever the tone is written; a phrase of three words forgives one word that a
/// scanner
/// read wrongly, a document without marks all; `=` before a word forgives nothing. Matching looks at few words,
/// so it is linear.
final class Phrase {

    private sealed interface Element {}

    /// The words by their folded form, each with the ways it is written; `strict` holds those that must not be
    /// forgiven.
    private record Words(Map<String, Set<String>> written, Set<String> strict, boolean optional) implements Element {}

    private record Gap(int most) implements Element {}

    private static final int FORGIVING_LENGTH = 3;

    private final List<Element> elements;
    private final int forgiven;

    private Phrase(List<Element> elements) {
        this.elements = elements;
        forgiven = elements.stream()
                                .filter(element -> element instanceof Words words && !words.optional())
                                .count()
                        >= FORGIVING_LENGTH
                ? 1
                : 0;
    }

    static Phrase of(String pattern) {
        var elements = new ArrayList<Element>();
        for (var part : pattern.strip().split("\\s+")) {
            if (part.startsWith("..") || part.startsWith("[..")) {
                elements.add(new Gap(Integer.parseInt(part.replaceAll("[^0-9]", ""))));
                continue;
            }
            boolean optional = part.startsWith("[");
            var written = new HashMap<String, Set<String>>();
            var strict = new HashSet<String>();
            for (var word : (optional ? part.substring(1, part.length() - 1) : part).split("\\|")) {
                boolean exact = word.startsWith("=");
                var plain = exact ? word.substring(1) : word;
                written.computeIfAbsent(Letters.fold(plain), any -> new HashSet<>())
                        .add(Letters.toned(plain));
                if (exact) {
                    strict.add(Letters.fold(plain));
                }
            }
            elements.add(new Words(Map.copyOf(written), Set.copyOf(strict), optional));
        }
        if (!(elements.getFirst() instanceof Words)) {
            throw new IllegalArgumentException("A phrase begins with a word: " + pattern);
        }
        return new Phrase(List.copyOf(elements));
    }

    /// The folded words it may begin with.
    Set<String> firstWords() {
        return ((Words) elements.getFirst()).written().keySet();
    }

    /// The token after the match that begins at a token, or -1.
    int match(Tokens tokens, boolean[] hidden, int start, int limit) {
        return match(tokens, hidden, start, limit, 0, tokens.body().accented() ? forgiven : elements.size());
    }

    private int match(Tokens tokens, boolean[] hidden, int i, int limit, int element, int forgive) {
        if (element == elements.size()) {
            return i;
        }
        return switch (elements.get(element)) {
            case Words words -> {
                int faults = i < limit && !hidden[i] ? faults(tokens, i, words) : 2;
                int end = faults <= Math.min(1, forgive)
                        ? match(tokens, hidden, i + 1, limit, element + 1, forgive - faults)
                        : -1;
                yield end < 0 && words.optional() ? match(tokens, hidden, i, limit, element + 1, forgive) : end;
            }
            case Gap gap -> {
                int end = -1;
                for (int skipped = 0; end < 0 && skipped <= gap.most() && i + skipped <= limit; skipped++) {
                    end = match(tokens, hidden, i + skipped, limit, element + 1, forgive);
                    if (end < 0
                            && (i + skipped >= limit || tokens.isOneOf(i + skipped, ";", ".", ":", "(", ")", "\n"))) {
                        break;
                    }
                }
                yield end;
            }
        };
    }

    /// 0 for the word itself, 1 for its letters with other marks, 2 for another word.
    private static int faults(Tokens tokens, int i, Words words) {
        var folded = tokens.word(i);
        var written = words.written().get(folded);
        if (written == null) {
            return 2;
        }
        if (tokens.isSign(i) || written.contains(tokens.toned(i))) {
            return 0;
        }
        return words.strict().contains(folded) && tokens.body().accented() ? 2 : 1;
    }
}
