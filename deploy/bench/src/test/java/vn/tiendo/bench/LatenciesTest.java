package vn.tiendo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void a_percentile_is_a_latency_that_happened() {
        var hundred = Latencies.of(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> millis * MILLISECOND)
                .toList());
        assertThat(hundred.millis(0.50)).isEqualTo(50);
        assertThat(hundred.millis(0.99)).isEqualTo(99);
        assertThat(hundred.longestMillis()).isEqualTo(100);
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        assertThat(Latencies.of(List.of(9 * MILLISECOND, 1 * MILLISECOND)).millis(0.5))
                .isEqualTo(1);
    }

    @Test
    void nothing_has_no_percentile() {
        assertThat(Latencies.of(List.of()).millis(0.99)).isNaN();
    }
}
