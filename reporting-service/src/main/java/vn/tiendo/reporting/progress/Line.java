package vn.tiendo.reporting.progress;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the counts of an organisation add up to.
record Line(Map<Column, Long> sums) {

    static final Line NOTHING = of(column -> 0L);

    static Line of(Function<Column, Long> sum) {
        return new Line(Arrays.stream(Column.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), sum)));
    }

    boolean isNothing() {
        return sums.values().stream().allMatch(sum -> sum == 0);
    }

    long get(Column column) {
        return sums.getOrDefault(column, 0L);
    }

    Line plus(Line other) {
        return of(column -> get(column) + other.get(column));
    }
}
