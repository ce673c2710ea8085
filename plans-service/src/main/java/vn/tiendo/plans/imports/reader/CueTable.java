package vn.tiendo.plans.imports.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tiendo.plans.obligation.ObligationKind;

/// The words that show what is owed, read from `obligation-cues.txt`; a row is "KIND[/FORM] rank: phrase".
final class CueTable {

    static final CueTable STANDARD = read("obligation-cues.txt");

    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
    private final List<Cue> cues = new ArrayList<>();

    private static CueTable read(String name) {
        try (InputStream file = CueTable.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var table = new CueTable();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String row) {
        int colon = row.indexOf(':');
        var head = row.substring(0, colon).strip().split("\\s+");
        var kind = head[0].split("/");
        var phrase = row.substring(colon + 1).strip();
        var cue = new Cue(
                ObligationKind.valueOf(kind[0]),
                kind.length > 1 ? kind[1] : null,
                Integer.parseInt(head[1]),
                Phrase.of(phrase),
                phrase);
        cues.add(cue);
        for (var word : cue.phrase().firstWords()) {
            byFirstWord.computeIfAbsent(word, any -> new ArrayList<>()).add(cue);
        }
    }

    List<Cue> cues() {
        return List.copyOf(cues);
    }

    /// The cues between two tokens, in order, the higher ranked where they overlap.
    List<Cue.Hit> hits(Tokens tokens, boolean[] hidden, int start, int end) {
        var found = new ArrayList<Cue.Hit>();
        for (int i = start; i < end; i++) {
            if (hidden[i] || !tokens.isWord(i)) {
                continue;
            }
            for (var cue : byFirstWord.getOrDefault(tokens.word(i), List.of())) {
                int matched = cue.phrase().match(tokens, hidden, i, end);
                if (matched > 0) {
                    found.add(new Cue.Hit(cue, i, matched));
                }
            }
        }
        return best(found);
    }

    /// A cluster of overlapping hits is small, as no phrase spans more than some thirty words.
    private static List<Cue.Hit> best(List<Cue.Hit> found) {
        found.sort(Comparator.comparingInt((Cue.Hit hit) -> -hit.cue().rank())
                .thenComparingInt(hit -> hit.start() - hit.end())
                .thenComparingInt(Cue.Hit::start));
        var kept = new java.util.TreeMap<Integer, Cue.Hit>();
        for (var hit : found) {
            var before = kept.floorEntry(hit.start());
            var after = kept.ceilingEntry(hit.start());
            boolean free = (before == null || before.getValue().end() <= hit.start())
                    && (after == null || after.getKey() >= hit.end());
            if (free) {
                kept.put(hit.start(), hit);
            }
        }
        return List.copyOf(kept.values());
    }
}
