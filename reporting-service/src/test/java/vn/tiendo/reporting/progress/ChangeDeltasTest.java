package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.organisation.Stand;

/// The number of a day is the sum of the changes up to it, whatever things did and wherever they moved.
class ChangeDeltasTest {

    private static final UUID PLAN = new UUID(0, 1);
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 100;

    @Example
    void an_open_assignment_is_awaited_until_its_day_is_over_and_overdue_from_then_on() {
        var part = part(
                Source.ASSIGNMENT, 10, List.of(new Stage(day(2), State.OPEN)), Whereabouts.of("a/b/", List.of()), null);
        assertThat(text(ChangeDeltas.between(List.of(), List.of(part))))
                .containsExactly(
                        "a/ 2024-01-03 AWAITED=1",
                        "a/ 2024-01-12 AWAITED=-1",
                        "a/ 2024-01-12 OVERDUE=1",
                        "a/b/ 2024-01-03 AWAITED=1",
                        "a/b/ 2024-01-12 AWAITED=-1",
                        "a/b/ 2024-01-12 OVERDUE=1");
    }

    @Example
    void a_move_takes_from_the_old_place_and_gives_to_the_new_one_and_is_nothing_above_both() {
        var moved = Whereabouts.of(
                "a/c/b/", List.of(new Stand(START, day(19), "a/d/b/"), new Stand(day(20), null, "a/c/b/")));
        var part = part(Source.ASSIGNMENT, null, List.of(new Stage(day(2), State.OPEN)), moved, null);
        assertThat(text(ChangeDeltas.between(List.of(), List.of(part))))
                .containsExactly(
                        "a/ 2024-01-03 UNDATED=1",
                        "a/c/ 2024-01-21 UNDATED=1",
                        "a/c/b/ 2024-01-21 UNDATED=1",
                        "a/d/ 2024-01-03 UNDATED=1",
                        "a/d/ 2024-01-21 UNDATED=-1",
                        "a/d/b/ 2024-01-03 UNDATED=1",
                        "a/d/b/ 2024-01-21 UNDATED=-1");
    }

    @Example
    void what_is_parked_counts_on_no_day() {
        var part = part(Source.REPORT, 3, List.of(new Stage(day(2), State.OPEN)), Whereabouts.NOWHERE, null);
        assertThat(ChangeDeltas.between(List.of(), List.of(part))).isEmpty();
    }

    @Example
    void months_and_sixths_of_months_are_the_sums_of_their_days() {
        var part = part(
                Source.REPORT,
                null,
                List.of(
                        new Stage(day(2), State.SUBMITTED),
                        new Stage(day(4), State.DONE),
                        new Stage(day(40), State.OPEN)),
                Whereabouts.of("a/", List.of()),
                null);
        var deltas = ChangeDeltas.between(List.of(), List.of(part));
        assertThat(text(deltas, Stretch.MONTH, ChangeCell.ALL))
                .containsExactly(
                        "a/ 2024-01-01 REPORTS_EXPECTED=1",
                        "a/ 2024-01-01 REPORTS_ACCEPTED=1",
                        "a/ 2024-02-01 REPORTS_ACCEPTED=-1");
        assertThat(text(deltas, Stretch.SIXTH, ChangeCell.ALL))
                .containsExactly(
                        "a/ 2024-01-01 REPORTS_EXPECTED=1",
                        "a/ 2024-01-01 REPORTS_ACCEPTED=1",
                        "a/ 2024-02-06 REPORTS_ACCEPTED=-1");
        assertThat(deltas.keySet()).extracting(ChangeCell::kind).containsOnly(ChangeCell.ALL);
    }

    @Example
    void assignments_count_by_kind_and_all_together() {
        var deltas = ChangeDeltas.between(
                List.of(),
                List.of(
                        assignment("ONE", State.DONE),
                        assignment("OTHER", State.DONE),
                        assignment("OTHER", State.OPEN)));
        assertThat(text(deltas, Stretch.DAY, ChangeCell.ALL))
                .containsExactly("a/ 2024-01-03 UNDATED=1", "a/ 2024-01-03 DONE=2");
        assertThat(text(deltas, Stretch.DAY, "OTHER"))
                .containsExactly("a/ 2024-01-03 UNDATED=1", "a/ 2024-01-03 DONE=1");
    }

    @Property(tries = 300)
    void every_day_is_what_a_plain_look_at_each_thing_gives(@ForAll long seed) {
        var random = new Random(seed);
        var before = new ArrayList<Part>();
        var after = new ArrayList<Part>();
        for (int thing = 0; thing < 12; thing++) {
            before.add(aPart(random));
            after.add(aPart(random));
        }
        var counts = List.of(ChangeDeltas.between(List.of(), before), ChangeDeltas.between(before, after));
        for (int i = 0; i < DAYS; i += 7) {
            var day = day(i + random.nextInt(7));
            var path = List.of("a/", "a/b/", "a/c/", "a/b/x/", "a/c/x/").get(random.nextInt(5));
            for (var column : Column.values()) {
                assertThat(numberOf(day, counts, path, column))
                        .as("%s at %s on %s", column, path, day)
                        .isEqualTo((int) after.stream()
                                .filter(part -> countsPlainly(part, column, path, day))
                                .count());
            }
        }
    }

    /// As the statements add it up.
    private static int numberOf(
            LocalDate day, List<SortedMap<ChangeCell, Map<Column, Integer>>> counts, String path, Column column) {
        var rows = UpTo.theEndOf(day);
        return counts.stream()
                .flatMap(changes -> changes.entrySet().stream())
                .filter(change -> change.getKey().path().equals(path)
                        && change.getKey().kind().equals(ChangeCell.ALL))
                .mapToInt(change ->
                        rows.sign(change.getKey().stretch(), change.getKey().day())
                                * change.getValue().getOrDefault(column, 0))
                .sum();
    }

    /// Told in words of the domain, sharing no code with the columns.
    private static boolean countsPlainly(Part part, Column column, String path, LocalDate day) {
        State state = null;
        for (var stage : part.stages()) {
            if (!stage.from().isAfter(day)) {
                state = stage.state();
            }
        }
        var where = part.settledOn() != null && part.settledOn().isBefore(day) ? part.settledOn() : day;
        if (state == null || !WHERE.on(where).startsWith(path)) {
            return false;
        }
        var dated = !part.dueDay().equals(LocalDate.of(9999, 12, 31));
        var over = dated && day.isAfter(part.dueDay());
        var late = state == State.SUBMITTED_LATE || state == State.DONE_LATE || state == State.ACCEPTED_LATE;
        return switch (part.source()) {
            case ASSIGNMENT ->
                switch (column) {
                    case AWAITED -> state == State.OPEN && dated && !over;
                    case UNDATED -> state == State.OPEN && !dated;
                    case OVERDUE -> state == State.OPEN && over;
                    case SUBMITTED -> state == State.SUBMITTED || state == State.SUBMITTED_LATE;
                    case SUBMITTED_LATE -> state == State.SUBMITTED_LATE;
                    case DONE -> state == State.DONE;
                    case DONE_LATE -> state == State.DONE_LATE;
                    case WAIVED -> state == State.WAIVED;
                    case TRANSFERRED -> state == State.TRANSFERRED;
                    default -> false;
                };
            case REGISTRATION ->
                switch (column) {
                    case REGISTRATIONS_OWED -> state != State.LEFT;
                    case REGISTRATIONS_SUBMITTED -> state == State.SUBMITTED || state == State.SUBMITTED_LATE;
                    case REGISTRATIONS_ACCEPTED -> state == State.ACCEPTED || state == State.ACCEPTED_LATE;
                    case REGISTRATIONS_EXEMPT -> state == State.EXEMPT;
                    case REGISTRATIONS_RETURNED -> state == State.RETURNED;
                    case REGISTRATIONS_LATE -> late;
                    case REGISTRATIONS_MISSING -> state == State.OPEN && over;
                    default -> false;
                };
            case REPORT ->
                switch (column) {
                    case REPORTS_EXPECTED -> true;
                    case REPORTS_DUE -> over;
                    case REPORTS_SUBMITTED -> state == State.SUBMITTED || state == State.SUBMITTED_LATE;
                    case REPORTS_ACCEPTED -> state == State.DONE || state == State.DONE_LATE;
                    case REPORTS_IN_LATE -> late;
                    case REPORTS_MISSING -> state == State.OPEN && over;
                    default -> false;
                };
        };
    }

    private static final Whereabouts WHERE =
            Whereabouts.of("a/c/x/", List.of(new Stand(START, day(49), "a/b/x/"), new Stand(day(50), null, "a/c/x/")));

    private static Part aPart(Random random) {
        var source = Source.values()[random.nextInt(3)];
        var states = switch (source) {
            case ASSIGNMENT ->
                List.of(
                        State.OPEN,
                        State.SUBMITTED,
                        State.SUBMITTED_LATE,
                        State.DONE,
                        State.DONE_LATE,
                        State.WAIVED,
                        State.TRANSFERRED);
            case REGISTRATION ->
                List.of(
                        State.OPEN,
                        State.SUBMITTED,
                        State.SUBMITTED_LATE,
                        State.ACCEPTED,
                        State.ACCEPTED_LATE,
                        State.EXEMPT,
                        State.LEFT,
                        State.RETURNED);
            case REPORT -> List.of(State.OPEN, State.SUBMITTED, State.SUBMITTED_LATE, State.DONE, State.DONE_LATE);
        };
        var stages = new ArrayList<Stage>();
        int from = random.nextInt(30);
        for (int i = 0; i <= random.nextInt(4); i++) {
            stages.add(new Stage(day(from), states.get(random.nextInt(states.size()))));
            from += 1 + random.nextInt(25);
        }
        var settled = random.nextBoolean() ? null : stages.getLast().from();
        return part(source, random.nextInt(5) == 0 ? null : random.nextInt(DAYS), stages, WHERE, settled);
    }

    private static Part part(
            Source source,
            @Nullable Integer due,
            List<Stage> stages,
            Whereabouts where,
            @Nullable LocalDate settledOn) {
        return new Part(
                        source,
                        UUID.randomUUID(),
                        "KIND",
                        due == null ? Part.NEVER : day(due),
                        stages,
                        PLAN,
                        PLAN,
                        settledOn,
                        null,
                        Whereabouts.NOWHERE)
                .placed(where, where.isNowhere() ? null : "a/c/x/", null);
    }

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static Part assignment(String kind, State state) {
        var stages = List.of(new Stage(day(2), state));
        return new Part(
                Source.ASSIGNMENT,
                UUID.randomUUID(),
                kind,
                Part.NEVER,
                stages,
                PLAN,
                PLAN,
                null,
                "a/",
                Whereabouts.of("a/", List.of()));
    }

    private static List<String> text(SortedMap<ChangeCell, Map<Column, Integer>> deltas) {
        return text(deltas, Stretch.DAY, ChangeCell.ALL);
    }

    private static List<String> text(SortedMap<ChangeCell, Map<Column, Integer>> deltas, Stretch stretch, String kind) {
        return deltas.entrySet().stream()
                .filter(change -> change.getKey().stretch() == stretch
                        && change.getKey().kind().equals(kind))
                .flatMap(change -> change.getValue().entrySet().stream()
                        .map(number -> "%s %s %s=%d"
                                .formatted(
                                        change.getKey().path(),
                                        change.getKey().day(),
                                        number.getKey(),
                                        number.getValue())))
                .toList();
    }
}
