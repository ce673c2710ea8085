package vn.tiendo.kit.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.RowImporter.Identity;
import vn.tiendo.kit.intake.RowOutcome.Rejected;

/// In which order rows are taken, so that what a row refers to goes before it, wherever it stands in the file.
final class RowOrder {

    private static final int UNKNOWN = -1;
    private static final int ROWS_NAMED = 5;

    private final List<Identity> identities;
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final int[] levels;

    /// @param level rows of a level depend only on rows of lower ones
    /// @param rejected why the row cannot be taken whatever is known already: it is twice there, or rests on itself
    record Rank(int level, @Nullable Rejected rejected) {}

    private RowOrder(List<Identity> identities) {
        this.identities = identities;
        this.levels = new int[identities.size()];
        Arrays.fill(levels, UNKNOWN);
        for (int i = 0; i < identities.size(); i++) {
            byName.computeIfAbsent(identities.get(i).name(), name -> new ArrayList<>())
                    .add(i);
        }
    }

    /// @param numbers of the rows, for those who read the reasons
    static List<Rank> of(List<Identity> identities, List<Integer> numbers) {
        var order = new RowOrder(identities);
        order.resolve(order.free());
        var circular = order.circular();
        circular.forEach(row -> order.levels[row] = 0);
        order.resolve(order.ready(circular));
        var twice = order.twice();
        return IntStream.range(0, identities.size())
                .mapToObj(row -> {
                    if (circular.contains(row)) {
                        return new Rank(0, new Rejected("circle-among-rows", Map.of()));
                    }
                    var same = twice.get(identities.get(row).key());
                    return new Rank(
                            order.levels[row],
                            same == null
                                    ? null
                                    : twice(same.stream().map(numbers::get).toList()));
                })
                .toList();
    }

    /// @param rows numbers of those that share a key
    static Rejected twice(List<Integer> rows) {
        var named = rows.stream().limit(ROWS_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return new Rejected("row-twice", Map.of("rows", rows.size() > ROWS_NAMED ? named + " …" : named));
    }

    private List<Integer> before(int row) {
        var refersTo = identities.get(row).refersTo();
        return refersTo == null ? List.of() : byName.getOrDefault(refersTo, List.of());
    }

    private List<Integer> free() {
        return all().filter(row -> before(row).isEmpty()).boxed().toList();
    }

    /// Rows whose last open reference may have been one of these.
    private List<Integer> ready(Set<Integer> resolved) {
        return all().filter(row -> levels[row] == UNKNOWN
                        && before(row).stream().allMatch(each -> levels[each] != UNKNOWN)
                        && before(row).stream().anyMatch(resolved::contains))
                .boxed()
                .toList();
    }

    private IntStream all() {
        return IntStream.range(0, identities.size());
    }

    /// Level by level; each row is looked at once more only when the last of those before it is resolved.
    private void resolve(List<Integer> start) {
        var after = new HashMap<String, List<Integer>>();
        all().filter(row -> identities.get(row).refersTo() != null)
                .forEach(row -> after.computeIfAbsent(identities.get(row).refersTo(), name -> new ArrayList<>())
                        .add(row));
        var open = new HashMap<String, Integer>();
        byName.forEach((name, rows) -> open.put(
                name, (int) rows.stream().filter(row -> levels[row] == UNKNOWN).count()));
        var queue = new ArrayDeque<>(start);
        while (!queue.isEmpty()) {
            int row = queue.remove();
            levels[row] = before(row).stream()
                    .mapToInt(each -> levels[each] + 1)
                    .max()
                    .orElse(0);
            var name = identities.get(row).name();
            if (open.merge(name, -1, Integer::sum) == 0) {
                after.getOrDefault(name, List.of()).stream()
                        .filter(each -> levels[each] == UNKNOWN)
                        .forEach(queue::add);
            }
        }
    }

    /// Of the rows that stayed open, those that something open refers to and that refer to something open, again and
    /// again: what only hangs below a circle is no part of it.
    private Set<Integer> circular() {
        var open = all().filter(row -> levels[row] == UNKNOWN).boxed().collect(Collectors.toCollection(HashSet::new));
        var references = new HashMap<String, Integer>();
        open.forEach(row -> references.merge(nameReferredTo(row), 1, Integer::sum));
        var queue = new ArrayDeque<Integer>(open.stream()
                .filter(row -> !references.containsKey(identities.get(row).name()))
                .toList());
        while (!queue.isEmpty()) {
            int row = queue.remove();
            open.remove(row);
            var name = nameReferredTo(row);
            if (references.merge(name, -1, Integer::sum) == 0) {
                byName.getOrDefault(name, List.of()).stream()
                        .filter(open::contains)
                        .forEach(queue::add);
            }
        }
        return open;
    }

    private String nameReferredTo(int row) {
        var name = identities.get(row).refersTo();
        return name == null ? "" : name;
    }

    private Map<String, List<Integer>> twice() {
        var byKey = all().boxed()
                .filter(row -> !identities.get(row).key().isEmpty())
                .collect(Collectors.groupingBy(row -> identities.get(row).key()));
        byKey.values().removeIf(rows -> rows.size() == 1);
        return byKey;
    }
}
