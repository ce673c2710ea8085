package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.tiendo.registrations.registration.HistoryApi.FieldDifference;
import vn.tiendo.registrations.registration.HistoryApi.Kind;
import vn.tiendo.registrations.registration.HistoryApi.Part;
import vn.tiendo.registrations.registration.HistoryApi.Piece;

class ContentDifferencesTest {

    @Test
    void only_the_fields_that_differ_are_shown_word_by_word() {
        var older = ContentJson.read("{\"study\":\"Học một chuyên đề\",\"follow\":\"x\",\"gone\":\"y\"}");
        var newer = ContentJson.read("{\"study\":\"Học hai chuyên đề\",\"follow\":\"x\"}");
        assertThat(ContentDifferences.between(older, newer, List.of("follow", "study")))
                .containsExactly(
                        new FieldDifference(
                                "study",
                                Kind.CHANGED,
                                List.of(
                                        new Piece(Part.SAME, "Học "),
                                        new Piece(Part.REMOVED, "một "),
                                        new Piece(Part.ADDED, "hai "),
                                        new Piece(Part.SAME, "chuyên đề"))),
                        new FieldDifference("gone", Kind.REMOVED, List.of(new Piece(Part.REMOVED, "y"))));
    }

    @Test
    void a_commitment_is_read_as_a_line_without_its_name() {
        var older = ContentJson.read("{\"c\":[{\"id\":\"1\",\"text\":\"A\",\"dueOn\":\"2024-05-01\"}]}");
        var newer = ContentJson.read("{\"c\":[{\"id\":\"1\",\"text\":\"A\",\"dueOn\":\"2024-06-01\"}]}");
        assertThat(ContentDifferences.between(older, newer, List.of("c"))
                        .getFirst()
                        .pieces())
                .containsExactly(
                        new Piece(Part.SAME, "A; "),
                        new Piece(Part.REMOVED, "2024-05-01\n"),
                        new Piece(Part.ADDED, "2024-06-01\n"));
    }

    /// Whoever reads the pieces of one side reads that version, letter by letter.
    @Property(tries = 200)
    void the_pieces_put_together_are_both_texts(
            @ForAll @Size(max = 12) List<Word> before, @ForAll @Size(max = 12) List<Word> after) {
        var older = text(before);
        var newer = text(after);
        for (var difference : ContentDifferences.between(
                JsonNodeFactory.instance.objectNode().put("t", older),
                JsonNodeFactory.instance.objectNode().put("t", newer),
                List.of("t"))) {
            assertThat(side(difference, Part.ADDED)).isEqualTo(older);
            assertThat(side(difference, Part.REMOVED)).isEqualTo(newer);
        }
    }

    enum Word {
        HỌC,
        LÀM,
        THEO
    }

    private static String text(List<Word> words) {
        return words.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String side(FieldDifference difference, Part without) {
        return difference.pieces().stream()
                .filter(piece -> piece.part() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
