package vn.tiendo.plans.imports.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// Where a verb begins: there the name of who owes is over. The table `verbs.txt` has the words.
final class Verbs {

    private static final String NOUN = "! ";
    private static final Map<String, List<Phrase>> VERBS = load(line -> !line.startsWith(NOUN));
    private static final Map<String, List<Phrase>> DETERMINED = load(line -> line.startsWith(NOUN));

    private final Tokens tokens;
    private final boolean[] nothing;

    Verbs(Tokens tokens) {
        this.tokens = tokens;
        nothing = new boolean[tokens.size() + 1];
    }

    private static Map<String, List<Phrase>> load(Predicate<String> wanted) {
        try (var in = Objects.requireNonNull(Verbs.class.getResourceAsStream("verbs.txt"))) {
            var read = new HashMap<String, List<Phrase>>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(wanted)
                    .map(line -> Phrase.of(line.startsWith(NOUN) ? line.substring(NOUN.length()) : line))
                    .forEach(phrase -> phrase.firstWords()
                            .forEach(word -> read.computeIfAbsent(word, any -> new ArrayList<>())
                                    .add(phrase)));
            return Map.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A verb begins here; nouns of the same words (Ban Tổ chức, các tổ chức, Sở Xây dựng) do not.
    boolean begins(int i, int end) {
        if (!tokens.isWord(i)) {
            return false;
        }
        boolean name = tokens.isCapitalised(i)
                && i > 0
                && !tokens.isOneOf(i - 1, ".", ":", ";", "\n", "-", "+", "“", "(", ")", "|", "•");
        if (name || tokens.isOneOf(i - 1, "cac", "ban", "nhung") && tokens.is(i, "to", "chuc")) {
            return false;
        }
        for (var noun : DETERMINED.getOrDefault(tokens.word(i), List.of())) {
            if (noun.match(tokens, nothing, i, end) > 0) {
                return false;
            }
        }
        for (var verb : VERBS.getOrDefault(tokens.word(i), List.of())) {
            if (verb.match(tokens, nothing, i, end) > 0) {
                return !isNounHere(i);
            }
        }
        return false;
    }

    private boolean isNounHere(int i) {
        boolean board = tokens.is(i - 1, "ban") && tokens.isOneOf(i, "kiem", "to", "chi", "tuyen");
        boolean aviation = tokens.is(i, "hang", "khong") || (tokens.is(i, "khong") && tokens.is(i - 1, "hang"));
        return board || aviation || tokens.is(i, "thi", "dua");
    }
}
