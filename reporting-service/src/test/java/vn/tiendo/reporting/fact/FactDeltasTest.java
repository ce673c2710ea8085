package vn.tiendo.reporting.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.tiendo.reporting.fact.FactDeltas.Change;
import vn.tiendo.reporting.fact.FactDeltas.Key;

class FactDeltasTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static FactPart part(UUID id, String path, int amount) {
        return FactPart.on(FactSource.ACTIVITY, id, Measure.STUDY_ATTENDANCE, "", DAY, amount, id)
                .at(path);
    }

    private static Key at(String path) {
        return new Key(path, Measure.STUDY_ATTENDANCE, "", FactPart.NO_PLAN, DAY);
    }

    @Test
    void a_fact_counts_at_its_place_and_at_every_place_above() {
        assertThat(FactDeltas.between(List.of(), List.of(part(new UUID(0, 1), "a/b/", 9))))
                .containsExactly(Map.entry(at("a/"), new Change(9, 1)), Map.entry(at("a/b/"), new Change(9, 1)));
    }

    @Test
    void a_parked_fact_counts_nowhere_and_what_stays_the_same_changes_nothing() {
        var parked = part(new UUID(0, 1), "a/", 9).at(null);
        assertThat(FactDeltas.between(List.of(), List.of(parked))).isEmpty();
        var same = part(new UUID(0, 1), "a/b/", 9);
        assertThat(FactDeltas.between(List.of(same), List.of(same))).isEmpty();
    }

    private record State(int id, String path, int amount) {}

    @Provide
    Arbitrary<List<State>> states() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("a/", "a/b/", "a/c/", "a/b/d/"),
                        Arbitraries.integers().between(0, 5))
                .as(State::new)
                .list()
                .ofMaxSize(30);
    }

    /// The sums are those of the newest states, whatever came before: rebuilding gives the same numbers.
    @Property
    void sums_kept_by_differences_are_the_sums_of_what_stands(@ForAll("states") List<State> states) {
        var held = new HashMap<Integer, FactPart>();
        var sums = new HashMap<Key, Change>();
        for (var state : states) {
            var after = part(new UUID(0, state.id), state.path, state.amount);
            var before = held.put(state.id, after);
            FactDeltas.between(before == null ? List.of() : List.of(before), List.of(after))
                    .forEach((key, change) -> sums.merge(key, change, Change::plus));
        }
        sums.values().removeIf(Change::isNothing);
        assertThat(sums).isEqualTo(FactDeltas.between(List.of(), new ArrayList<>(held.values())));
    }
}
