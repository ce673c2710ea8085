package vn.tiendo.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    @Test
    void it_is_of_version_7_and_carries_the_moment() {
        var before = System.currentTimeMillis();
        var id = Uuid7.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void later_ones_sort_behind_earlier_ones_as_text_and_so_in_postgresql() {
        var ids = Stream.generate(Uuid7::next).limit(10_000).map(UUID::toString).toList();
        assertThat(ids).isSorted();
    }

    @Test
    void many_threads_never_make_the_same_one() {
        var ids = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> Uuid7.next())
                .toList();
        assertThat(new HashSet<>(ids)).hasSize(20_000);
    }
}
