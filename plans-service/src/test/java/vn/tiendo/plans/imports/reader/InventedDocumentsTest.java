package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Documents of other issuers, campaigns and years, made up for this test: who issued them, and what they demand
/// by when.
class InventedDocumentsTest {

    @TestFactory
    Stream<DynamicTest> each_document_is_read_as_listed() {
        return documents()
                .map(rows -> DynamicTest.dynamicTest(rows.getFirst(), () -> check(rows, text(rows.getFirst()))));
    }

    @TestFactory
    Stream<DynamicTest> each_document_is_read_the_same_with_its_marks_apart_from_their_letters() {
        return documents()
                .map(rows -> DynamicTest.dynamicTest(
                        rows.getFirst(),
                        () -> check(rows, Normalizer.normalize(text(rows.getFirst()), Normalizer.Form.NFD))));
    }

    private static void check(List<String> rows, String text) {
        JsonNode read = Score.JSON.valueToTree(PlanReader.read(text));
        var document = read.get("document");
        var identity = "%s | %s | %s | %s | %s | %s"
                .formatted(
                        document.get("type").asText(),
                        document.path("number").asText("-"),
                        document.path("symbol").asText("-"),
                        document.path("issueDate").asText("-"),
                        document.path("issuer").path("name").asText("-"),
                        document.path("signer").path("name").asText("-"));
        assertThat(Normalizer.normalize(identity, Normalizer.Form.NFC)).isEqualTo(rows.get(1));
        var demands = StreamSupport.stream(read.get("obligations").spliterator(), false)
                .filter(one -> one.get("tier").asText().equals("CORE"))
                .map(one -> one.get("kind").asText() + " " + Score.deadline(one).strip())
                .toList();
        assertThat(demands).containsAll(rows.subList(2, rows.size()));
        assertThat(StreamSupport.stream(read.get("obligations").spliterator(), false))
                .allMatch(one -> text.contains(one.get("quote").asText()));
    }

    /// The blocks of `invented-documents.txt`: a name, the identity, then what is demanded.
    private static Stream<List<String>> documents() {
        var documents = new ArrayList<List<String>>();
        for (var row : DeadlinePhrasesTest.rows("invented-documents.txt")) {
            if (row.endsWith(".txt")) {
                documents.add(new ArrayList<>());
            }
            documents.getLast().add(row);
        }
        return documents.stream();
    }

    private static String text(String name) {
        try (var file = InventedDocumentsTest.class.getResourceAsStream("documents/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
