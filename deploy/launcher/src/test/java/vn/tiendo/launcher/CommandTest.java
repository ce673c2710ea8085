package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void nothing_means_start() {
        assertThat(parse()).isEqualTo(new Command.Start(false, true, 8080));
        assertThat(parse("--fresh", "--port-base", "18080", "--no-sample"))
                .isEqualTo(new Command.Start(true, false, 18080));
    }

    @Test
    void the_clock_takes_a_local_time_a_date_or_real() {
        assertThat(parse("clock")).isEqualTo(new Command.ShowClock());
        assertThat(parse("clock", "2024-03-01T08:00"))
                .isEqualTo(new Command.SetClock(LocalDateTime.parse("2024-03-01T08:00")));
        assertThat(parse("clock", "2024-03-01"))
                .isEqualTo(new Command.SetClock(LocalDateTime.parse("2024-03-01T00:00")));
        assertThat(parse("clock", "real")).isEqualTo(new Command.RealClock());
        assertThatThrownBy(() -> parse("clock", "1/3/2024"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2024-03-01T08:00");
    }

    @Test
    void what_is_not_understood_is_answered_with_the_usage() {
        for (var line : List.of(List.of("fly"), List.of("--fast"), List.of("stop", "now")))
            assertThatThrownBy(() -> Command.parse(line))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("deploy/run");
    }

    @Test
    void a_port_base_must_leave_room_for_all_ports() {
        for (var base : List.of("80", "65000", "x"))
            assertThatThrownBy(() -> parse("--port-base", base))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("from 1024 to 64000");
    }

    private static Command parse(String... arguments) {
        return Command.parse(List.of(arguments));
    }
}
