package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.tiendo.reporting.organisation.Stand;

/// Along which path something is counted from which day on. Empty while its organisation is not known: it is parked.
record Whereabouts(NavigableMap<LocalDate, String> paths) {

    static final Whereabouts NOWHERE = new Whereabouts(new TreeMap<>());

    private static final String SEPARATOR = ";";

    /// @param path where the organisation stands as far as no stand says otherwise
    static Whereabouts of(String path, List<Stand> stands) {
        var paths = new TreeMap<LocalDate, String>();
        paths.put(Stage.BEGINNING, path);
        stands.stream().sorted(Comparator.comparing(Stand::from)).forEach(stand -> {
            paths.put(notBeforeTheBeginning(stand.from()), stand.path());
            if (stand.to() != null) {
                paths.put(notBeforeTheBeginning(stand.to().plusDays(1)), path);
            }
        });
        return new Whereabouts(withoutRepetitions(paths));
    }

    private static LocalDate notBeforeTheBeginning(LocalDate day) {
        return day.isBefore(Stage.BEGINNING) ? Stage.BEGINNING : day;
    }

    private static NavigableMap<LocalDate, String> withoutRepetitions(NavigableMap<LocalDate, String> paths) {
        var changes = new TreeMap<LocalDate, String>();
        paths.forEach((day, path) -> {
            if (changes.isEmpty() || !changes.lastEntry().getValue().equals(path)) {
                changes.put(day, path);
            }
        });
        return changes;
    }

    boolean isNowhere() {
        return paths.isEmpty();
    }

    String on(LocalDate day) {
        return paths.floorEntry(notBeforeTheBeginning(day)).getValue();
    }

    /// Stays for ever where it is on this day.
    Whereabouts settledOn(LocalDate day) {
        return new Whereabouts(new TreeMap<>(paths.headMap(notBeforeTheBeginning(day), true)));
    }

    /// The parts of a span, each with the path it is counted along.
    void along(Span span, BiConsumer<Span, String> leg) {
        for (Map.Entry<LocalDate, String> entry : paths.entrySet()) {
            var next = paths.higherKey(entry.getKey());
            var part = span.since(entry.getKey());
            part = next == null ? part : part.before(next);
            if (!part.isEmpty()) {
                leg.accept(part, entry.getValue());
            }
        }
    }

    String text() {
        return paths.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(SEPARATOR));
    }

    static Whereabouts parse(String text) {
        if (text.isEmpty()) {
            return NOWHERE;
        }
        return new Whereabouts(Arrays.stream(text.split(SEPARATOR))
                .collect(Collectors.toMap(
                        each -> LocalDate.parse(each.substring(0, each.indexOf(' '))),
                        each -> each.substring(each.indexOf(' ') + 1),
                        (one, other) -> other,
                        TreeMap::new)));
    }
}
