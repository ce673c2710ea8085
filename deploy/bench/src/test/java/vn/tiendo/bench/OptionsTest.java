package vn.tiendo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothing_named_means_a_minute_with_16_and_64_clients() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(Duration.ofMinutes(1), List.of(16, 64), 30_000, false, null));
    }

    @Test
    void everything_can_be_named() {
        var named = Options.parse(List.of(
                "registrations", "--seconds", "5", "--clients", "4", "--members", "60", "--kill", "--out", "table.md"));
        assertThat(named).isEqualTo(new Options(Duration.ofSeconds(5), List.of(4), 60, true, Path.of("table.md")));
    }

    @Test
    void a_number_of_clients_is_positive() {
        assertThatThrownBy(() -> Options.parse(List.of("--clients", "16,0"))).isInstanceOf(BenchFailure.class);
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThatThrownBy(() -> Options.parse(List.of("--second", "5")))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("--second");
    }
}
