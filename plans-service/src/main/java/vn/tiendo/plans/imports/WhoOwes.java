package vn.tiendo.plans.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The table `who-owes.txt`: which words stand for which sorts of organisation.
final class WhoOwes {

    record Entry(List<DebtorGroup> groups, double sure) {}

    private static final WhoOwes TABLE = load();

    private final Map<List<String>, Entry> entries;
    private final int longest;

    private WhoOwes(Map<List<String>, Entry> entries) {
        this.entries = Map.copyOf(entries);
        this.longest = entries.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    static WhoOwes table() {
        return TABLE;
    }

    @Nullable
    Entry find(List<String> words) {
        return entries.get(words);
    }

    int longest() {
        return longest;
    }

    private static WhoOwes load() {
        try (var in = Objects.requireNonNull(WhoOwes.class.getResourceAsStream("who-owes.txt"))) {
            var entries = new HashMap<List<String>, Entry>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(entries, line));
            return new WhoOwes(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<List<String>, Entry> entries, String line) {
        var sides = line.split(" = ", 2);
        var meaning = sides[1].split(" : ", 2);
        var groups = Arrays.stream(meaning[0].split("\\+"))
                .map(name -> DebtorGroup.valueOf(name.strip()))
                .toList();
        entries.put(
                PartyWords.withoutQuantifier(Words.texts(sides[0])),
                new Entry(groups, Double.parseDouble(meaning[1].strip())));
    }
}
