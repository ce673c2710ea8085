package vn.tiendo.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellsProperties {

    @Property
    void what_is_written_is_read_again_whatever_it_says(@ForAll("texts") List<String> cells) throws Exception {
        var out = new StringWriter();
        var failed = new FailedRows(out, List.of("a", "b", "c"));
        failed.add(2, cells, "code", "Câu");
        failed.flush();
        var read = TableFormat.CSV.read(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read.rows().getFirst().cells().subList(0, 3)).isEqualTo(cells);
        assertThat(read.columns()).containsExactly("a", "b", "c", "reasonRow", "reasonCode", "reason");
    }

    @Property
    void nothing_that_is_written_runs_as_a_formula(@ForAll("texts") List<String> cells) {
        for (var cell : cells) {
            assertThat(Cells.defused(cell)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("=+-@'\"\t\n;, ,aĐ\u0301＝")
                .ofMaxLength(6)
                .map(String::strip)
                .list()
                .ofSize(3);
    }
}
