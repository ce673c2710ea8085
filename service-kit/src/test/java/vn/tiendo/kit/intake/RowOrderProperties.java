package vn.tiendo.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.RowImporter.Identity;
import vn.tiendo.kit.intake.RowOrder.Rank;

class RowOrderProperties {

    @Property
    void what_a_row_refers_to_goes_before_it_and_only_circles_are_refused(@ForAll("graphs") List<Integer> parents) {
        var rows = IntStream.range(0, parents.size())
                .mapToObj(row -> row(row, parents.get(row) < 0 ? null : parents.get(row)))
                .toList();
        var ranks = rank(rows);
        for (int row = 0; row < rows.size(); row++) {
            var circular = isInCircle(parents, row);
            assertThat(ranks.get(row).rejected() != null).as("row " + row).isEqualTo(circular);
            int parent = parents.get(row);
            if (!circular && parent >= 0 && parent < rows.size()) {
                assertThat(ranks.get(row).level())
                        .isGreaterThan(ranks.get(parent).level());
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> graphs() {
        return Arbitraries.integers().between(-1, 13).list().ofMinSize(1).ofMaxSize(12);
    }

    @Example
    void rows_of_one_key_are_all_refused_and_named() {
        var ranks =
                rank(List.of(new Identity("A", "A", null), new Identity("B", "B", "A"), new Identity("A", "A", null)));
        assertThat(ranks.get(0).rejected()).isEqualTo(ranks.get(2).rejected());
        assertThat(ranks.get(0).rejected().code()).isEqualTo("row-twice");
        assertThat(ranks.get(0).rejected().arguments()).hasToString("{rows=2, 4}");
        assertThat(ranks.get(1)).isEqualTo(new Rank(1, null));
    }

    @Example
    void a_chain_of_twenty_thousand_rows_against_their_order_is_ranked_at_once() {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(row -> row(row, row == 19_999 ? null : row + 1))
                .toList();
        assertThat(rank(rows).getFirst().level()).isEqualTo(19_999);
    }

    private static boolean isInCircle(List<Integer> parents, int row) {
        var seen = new HashSet<Integer>();
        for (int at = parents.get(row); at >= 0 && at < parents.size() && seen.add(at); at = parents.get(at)) {
            if (at == row) {
                return true;
            }
        }
        return false;
    }

    private static Identity row(int number, @Nullable Integer parent) {
        return new Identity("R" + number, "R" + number, parent == null ? null : "R" + parent);
    }

    private static List<Rank> rank(List<Identity> rows) {
        var numbers = new ArrayList<Integer>();
        IntStream.range(0, rows.size()).forEach(row -> numbers.add(row + 2));
        return RowOrder.of(rows, numbers);
    }
}
