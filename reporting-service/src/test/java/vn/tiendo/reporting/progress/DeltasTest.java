package vn.tiendo.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever the order, the repetitions and the sizes of batches: the counts are those of the newest states.
class DeltasTest {

    private static final List<String> PATHS = List.of("a/", "a/b/", "a/b/c/", "a/b/d/", "a/e/", "a/e/f/");
    private static final UUID PLAN = new UUID(0, 1);
    private static final UUID ORGANISATION = new UUID(0, 2);

    private record Told(int sequence, Part part) {}

    @Example
    void every_path_up_to_the_root_gets_its_share() {
        var deltas =
                Deltas.between(List.of(), List.of(part(1, State.OPEN, 1, "a/b/c/"), part(2, State.OPEN, 1, "a/b/c/")));
        assertThat(deltas.keySet().stream().map(Cell::path)).containsExactly("a/", "a/b/", "a/b/c/");
        assertThat(deltas.values()).containsOnly(Map.of(State.OPEN, 2));
    }

    @Example
    void a_parked_part_counts_nowhere() {
        assertThat(Deltas.between(List.of(), List.of(part(1, State.OPEN, 1, null))))
                .isEmpty();
    }

    @Example
    void what_goes_and_comes_alike_is_no_difference() {
        var same = part(1, State.OPEN, 1, "a/b/");
        assertThat(Deltas.between(List.of(same), List.of(same))).isEmpty();
    }

    @Example
    void what_is_owed_no_more_counts_nowhere() {
        assertThat(Deltas.between(List.of(part(1, State.OPEN, 1, "a/")), List.of(part(1, State.LEFT, 1, "a/"))))
                .isEqualTo(Deltas.between(List.of(part(1, State.OPEN, 1, "a/")), List.of()));
    }

    @Property(tries = 500)
    void counts_are_the_sum_of_the_newest_states(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int things,
            @ForAll @IntRange(min = 1, max = 50) int batch) {
        var random = new Random(seed);
        var stream = new ArrayList<Told>();
        for (int thing = 0; thing < things; thing++) {
            for (int sequence = 0; sequence <= random.nextInt(5); sequence++) {
                var told = new Told(sequence, aPart(thing, random));
                for (int copy = 0; copy < 3; copy++) {
                    stream.add(told);
                }
            }
        }
        var expected = recount(stream);
        Collections.shuffle(stream, random);
        var counts = new HashMap<List<Object>, Integer>();
        var held = new HashMap<UUID, Told>();
        for (int from = 0; from < stream.size(); from += batch) {
            take(stream.subList(from, Math.min(stream.size(), from + batch)), held, counts);
        }
        assertThat(counts).isEqualTo(expected);
    }

    /// What the guard and [CountingService] do with a batch.
    private static void take(List<Told> batch, Map<UUID, Told> held, Map<List<Object>, Integer> counts) {
        var newest = new LinkedHashMap<UUID, Told>();
        for (var told : batch) {
            newest.merge(told.part.id(), told, (one, other) -> other.sequence > one.sequence ? other : one);
        }
        newest.values()
                .removeIf(
                        told -> held.containsKey(told.part.id()) && held.get(told.part.id()).sequence >= told.sequence);
        var before = newest.keySet().stream()
                .filter(held::containsKey)
                .map(id -> held.get(id).part)
                .toList();
        var after = newest.values().stream().map(Told::part).toList();
        held.putAll(newest);
        Deltas.between(before, after)
                .forEach((cell, states) -> states.forEach(
                        (state, difference) -> counts.merge(List.of(cell, state), difference, Integer::sum)));
        counts.values().removeIf(count -> count == 0);
    }

    /// The same numbers, found in the plainest way.
    private static Map<List<Object>, Integer> recount(List<Told> stream) {
        var last = new HashMap<UUID, Told>();
        stream.forEach(
                told -> last.merge(told.part.id(), told, (one, other) -> other.sequence > one.sequence ? other : one));
        var counts = new HashMap<List<Object>, Integer>();
        for (var told : last.values()) {
            for (var path : PATHS) {
                var part = told.part;
                if (part.path() != null && part.path().startsWith(path)) {
                    var cell = new Cell(part.planId(), path, part.source(), part.kind(), part.dueDay());
                    counts.merge(List.of(cell, part.state()), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Part aPart(int thing, Random random) {
        var states = List.of(State.OPEN, State.SUBMITTED, State.DONE, State.DONE_LATE, State.WAIVED);
        return part(
                thing,
                states.get(random.nextInt(states.size())),
                1 + random.nextInt(3),
                random.nextInt(8) == 0 ? null : PATHS.get(random.nextInt(PATHS.size())));
    }

    private static Part part(int thing, State state, int day, String path) {
        return new Part(
                Source.ASSIGNMENT,
                new UUID(7, thing),
                "KIND",
                LocalDate.of(2024, 1, day),
                List.of(new Stage(LocalDate.of(2024, 1, 1), state)),
                PLAN,
                ORGANISATION,
                null,
                path,
                path == null ? Whereabouts.NOWHERE : Whereabouts.of(path, List.of()));
    }
}
