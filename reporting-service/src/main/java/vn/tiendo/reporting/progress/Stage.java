package vn.tiendo.reporting.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;

/// Since which day a thing is in a state. Its owner tells the instants of its history with every state, so what it was
/// on any day follows from the newest record alone; what a return has overwritten is the only thing forgotten.
record Stage(LocalDate from, State state) {

    /// Before anything that is counted; the first day of a thing whose owner does not say when it came up.
    static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private static final String SEPARATOR = ";";

    static String text(List<Stage> stages) {
        return stages.stream().map(stage -> stage.from + " " + stage.state).collect(Collectors.joining(SEPARATOR));
    }

    static List<Stage> parse(String text) {
        return Arrays.stream(text.split(SEPARATOR))
                .map(each -> {
                    var blank = each.indexOf(' ');
                    return new Stage(
                            LocalDate.parse(each.substring(0, blank)), State.valueOf(each.substring(blank + 1)));
                })
                .toList();
    }

    static Course since(@Nullable Instant beginning, State state) {
        return new Course(beginning == null ? BEGINNING : Days.dayOf(beginning), state);
    }

    /// Stages in the making, first to last. None begins before the one it follows.
    static final class Course {

        private final ArrayList<Stage> stages = new ArrayList<>();

        private Course(LocalDate from, State state) {
            stages.add(new Stage(from, state));
        }

        /// @param at null: it never came to that
        Course then(@Nullable Instant at, State state) {
            return at == null ? this : end(at, state);
        }

        /// @param at null: nobody knows since when, so since the stage before
        Course end(@Nullable Instant at, State state) {
            var last = stages.getLast();
            var day = at == null ? last.from : Days.dayOf(at);
            var from = day.isBefore(last.from) ? last.from : day;
            if (from.equals(last.from)) {
                stages.removeLast();
            }
            stages.add(new Stage(from, state));
            return this;
        }

        List<Stage> stages() {
            return List.copyOf(stages);
        }
    }
}
