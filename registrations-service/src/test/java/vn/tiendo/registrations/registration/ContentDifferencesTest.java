package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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

    @Test
    void words_of_one_commitment_are_not_read_as_those_of_another() {
        var older = ContentJson.read(
                "{\"c\":[{\"id\":\"1\",\"text\":\"Đọc sách\"},{\"id\":\"2\",\"text\":\"Giúp hộ nghèo\"}]}");
        var newer = ContentJson.read(
                "{\"c\":[{\"id\":\"3\",\"text\":\"Đọc báo\"},{\"id\":\"2\",\"text\":\"Giúp hai hộ nghèo\"}]}");
        assertThat(ContentDifferences.between(older, newer, List.of("c"))
                        .getFirst()
                        .pieces())
                .containsExactly(
                        new Piece(Part.REMOVED, "Đọc sách\n"),
                        new Piece(Part.ADDED, "Đọc báo\n"),
                        new Piece(Part.SAME, "Giúp "),
                        new Piece(Part.ADDED, "hai "),
                        new Piece(Part.SAME, "hộ nghèo\n"));
    }

    @Test
    void a_long_text_is_matched_by_lines_and_within_them_by_words() {
        var lines = "Dòng a b c d e f g h i\n".repeat(700);
        var older = JsonNodeFactory.instance.objectNode().put("t", "Đầu x\n" + lines + "cuối x");
        var newer = JsonNodeFactory.instance.objectNode().put("t", "Đầu y\n" + lines + "cuối y");
        assertThat(ContentDifferences.between(older, newer, List.of("t"))
                        .getFirst()
                        .pieces())
                .containsExactly(
                        new Piece(Part.SAME, "Đầu "),
                        new Piece(Part.REMOVED, "x\n"),
                        new Piece(Part.ADDED, "y\n"),
                        new Piece(Part.SAME, lines + "cuối "),
                        new Piece(Part.REMOVED, "x"),
                        new Piece(Part.ADDED, "y"));
    }

    @Test
    void texts_with_nothing_in_common_come_to_an_end_however_long_they_are() {
        var older = longest('a');
        var newer = longest('b');
        var differences = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ContentDifferences.between(older, newer, List.of()));
        assertThat(differences).hasSize(23);
        assertThat(side(differences.getFirst(), Part.ADDED))
                .isEqualTo(older.get("t0").asText());
        assertThat(side(differences.getFirst(), Part.REMOVED))
                .isEqualTo(newer.get("t0").asText());
    }

    private static ObjectNode longest(char letter) {
        var content = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 20; i++) {
            content.put("t" + i, (letter + " ").repeat(10_000));
        }
        content.put("only-" + letter, (letter + " ").repeat(100_000));
        var list = content.putArray("c");
        for (int i = 0; i < 50; i++) {
            list.addObject().put("id", "p" + i).put("text", (letter + " ").repeat(1_000));
        }
        return content;
    }

    @Property(tries = 200)
    void the_pieces_put_together_are_both_lists(
            @ForAll @Size(max = 8) List<Word> before, @ForAll @Size(max = 8) List<Word> after) {
        for (var difference : ContentDifferences.between(commitments(before), commitments(after), List.of("c"))) {
            assertThat(side(difference, Part.ADDED)).isEqualTo(lines(before));
            assertThat(side(difference, Part.REMOVED)).isEqualTo(lines(after));
        }
    }

    private static ObjectNode commitments(List<Word> texts) {
        var content = JsonNodeFactory.instance.objectNode();
        var list = content.putArray("c");
        for (int i = 0; i < texts.size(); i++) {
            list.addObject().put("id", "p" + i).put("text", texts.get(i).name());
        }
        return content;
    }

    private static String lines(List<Word> texts) {
        return texts.stream().map(each -> each.name() + "\n").collect(Collectors.joining());
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
