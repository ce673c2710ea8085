package vn.tiendo.kit.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void nobody_reaches_anything_without_a_root() {
        assertThat(Reach.NOTHING.condition("path")).isEqualTo("1 = 0");
        assertThat(Reach.NOTHING.covers("0001/")).isFalse();
        assertThat(Reach.NOTHING.isNothing()).isTrue();
    }

    @Test
    void a_neighbour_whose_name_begins_alike_is_outside() {
        var reach = Reach.over(List.of("0001/"));
        assertThat(reach.covers("0001/002k/")).isTrue();
        assertThat(reach.covers("00010/")).isFalse();
        assertThat(within("0001/", "00010/")).isFalse();
        assertThat(within("0001/", "0001/zzzz/")).isTrue();
    }

    @Test
    void roots_below_another_one_are_dropped() {
        assertThat(Reach.over(List.of("b/c/", "a/", "b/", "a/", "a0/", "b/c/d/"))
                        .roots())
                .containsExactly("a/", "a0/", "b/");
    }

    @Property(tries = 1_000)
    void the_ranges_of_the_query_hold_exactly_what_begins_with_a_root(
            @ForAll("paths") List<String> roots, @ForAll("paths") List<String> rows) {
        var reach = Reach.over(roots);
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        for (var row : rows) {
            var expected = roots.stream().anyMatch(row::startsWith);
            assertThat(reach.covers(row)).isEqualTo(expected);
            boolean found = false;
            for (int i = 0; i < reach.roots().size(); i++) {
                found |= bytesAtLeast(row, (String) parameters.get("reachFrom" + i))
                        && !bytesAtLeast(row, (String) parameters.get("reachTo" + i));
            }
            assertThat(found).as("%s in %s", row, reach).isEqualTo(expected);
        }
    }

    /// Few letters and short segments, so that neighbours, parents and equal beginnings are frequent.
    @Provide
    Arbitrary<List<String>> paths() {
        var segment = Arbitraries.strings().withChars("019az").ofMinLength(1).ofMaxLength(3);
        return segment.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(segments -> String.join("/", segments) + "/")
                .list()
                .ofMaxSize(8);
    }

    private static boolean within(String root, String row) {
        return bytesAtLeast(row, root) && !bytesAtLeast(row, Reach.endOf(root));
    }

    /// Collation "C".
    private static boolean bytesAtLeast(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(), other.getBytes()) >= 0;
    }
}
