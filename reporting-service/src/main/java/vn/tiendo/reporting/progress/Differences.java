package vn.tiendo.reporting.progress;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// By how much numbers change: rows in their order, and the columns of each that do change.
final class Differences<R extends Comparable<R>, C extends Enum<C>> {

    private final Class<C> columns;
    private final TreeMap<R, EnumMap<C, Integer>> rows = new TreeMap<>();

    Differences(Class<C> columns) {
        this.columns = columns;
    }

    void add(R row, C column, int difference) {
        rows.computeIfAbsent(row, added -> new EnumMap<>(columns)).merge(column, difference, Integer::sum);
    }

    /// Those other than zero.
    SortedMap<R, Map<C, Integer>> rows() {
        rows.values().forEach(numbers -> numbers.values().removeIf(difference -> difference == 0));
        rows.values().removeIf(Map::isEmpty);
        return Collections.unmodifiableSortedMap(rows);
    }
}
