package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Documents of many issuers and years that were written, with what they demand reckoned by hand, before the rules of
/// the reader were looked at. The first sixteen read with F1 0.904, 67 of 72 deadlines, one false one and 115 of 128
/// fields at first sight; what was misread was mended by its class. The last eight came after that: 33 of their 34
/// deadlines and 62 of 64 fields were right at first sight. The bars keep it from falling back.
///
/// `kindAlso` and `deadlineAlso` are readings as good as the first; what `mayBeMissing` is neither demanded nor wrong.
class UnseenDocumentsTest {

    private static final Path FOLDER = Path.of("src/test/resources/vn/tiendo/plans/imports/reader/unseen");

    private int gold;
    private int read;
    private int hit;
    private int dated;
    private int exact;
    private int falseDeadlines;
    private int fields;
    private int sameFields;

    @Test
    void most_of_what_they_demand_is_found_by_its_kind_and_day() throws IOException {
        var told = new StringBuilder();
        for (var name : names()) {
            score(name, told);
        }
        System.out.printf(
                Locale.ROOT,
                "%skind and deadline F1 %.3f; deadlines exact %d of %d; false deadlines %d; metadata %d of %d%n",
                told,
                f1(),
                exact,
                dated,
                falseDeadlines,
                sameFields,
                fields);
        assertThat(f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(exact).isGreaterThanOrEqualTo(dated - 3);
        assertThat(falseDeadlines).isZero();
        assertThat(fields - sameFields).isLessThanOrEqualTo(4);
    }

    private double f1() {
        return Score.f1(hit, gold, read);
    }

    private static List<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    private void score(String name, StringBuilder told) {
        try {
            var expected = Score.JSON.readTree(Files.readString(FOLDER.resolve(name + ".expected.json")));
            JsonNode actual = Score.JSON.valueToTree(PlanReader.read(Files.readString(FOLDER.resolve(name + ".txt"))));
            told.append("== ").append(name).append('\n');
            obligations(expected, actual, told);
            metadata(expected.get("document"), actual.get("document"), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obligations(JsonNode expected, JsonNode actual, StringBuilder told) {
        var open = new ArrayList<>(list(actual.get("obligations")));
        for (var one : list(expected.get("obligations"))) {
            boolean needed = !one.path("mayBeMissing").asBoolean();
            var found = take(
                    open,
                    candidate -> kinds(one).contains(candidate.get("kind").asText())
                            && deadlines(one).contains(Score.deadline(candidate)));
            if (needed) {
                gold++;
                dated += one.hasNonNull("deadline") ? 1 : 0;
            }
            if (found != null) {
                if (needed || found.path("tier").asText().equals("CORE")) {
                    hit += needed ? 1 : 0;
                    read += needed ? 1 : 0;
                }
                exact += needed && one.hasNonNull("deadline") ? 1 : 0;
            } else if (needed) {
                var sameDay = open.stream()
                        .filter(candidate ->
                                one.hasNonNull("deadline") && deadlines(one).contains(Score.deadline(candidate)))
                        .findFirst();
                exact += sameDay.isPresent() ? 1 : 0;
                told.append("  lacks ")
                        .append(kinds(one))
                        .append(' ')
                        .append(deadlines(one))
                        .append('\n');
            }
        }
        var allowed = list(expected.get("obligations")).stream()
                .flatMap(one -> deadlines(one).stream())
                .toList();
        for (var extra : open) {
            if (extra.path("tier").asText().equals("CORE")) {
                read++;
                told.append("  adds  ")
                        .append(Score.kindAndDeadline(extra))
                        .append(" «")
                        .append(quote(extra))
                        .append("»\n");
            }
            if (extra.hasNonNull("deadline")
                    && extra.path("deadline").has("date")
                    && !allowed.contains(Score.deadline(extra))) {
                falseDeadlines++;
                told.append("  FALSE ").append(Score.deadline(extra)).append('\n');
            }
        }
    }

    private static String quote(JsonNode obligation) {
        var quote = obligation.path("quote").asText().replaceAll("\\s+", " ");
        return quote.length() > 90 ? quote.substring(0, 90) : quote;
    }

    private static @org.jspecify.annotations.Nullable JsonNode take(List<JsonNode> open, Predicate<JsonNode> wanted) {
        var found = open.stream().filter(wanted).findFirst().orElse(null);
        if (found != null) {
            open.remove(found);
        }
        return found;
    }

    private static List<String> kinds(JsonNode gold) {
        return Stream.concat(
                        Stream.of(gold.get("kind").asText()),
                        list(gold.path("kindAlso")).stream().map(JsonNode::asText))
                .toList();
    }

    private static List<String> deadlines(JsonNode gold) {
        var all = new ArrayList<String>();
        all.add(Score.deadline(gold));
        for (var other : list(gold.path("deadlineAlso"))) {
            ObjectNode alike = gold.deepCopy();
            alike.set("deadline", other);
            all.add(Score.deadline(alike));
        }
        return all;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void metadata(JsonNode expected, JsonNode actual, StringBuilder told) {
        for (var field : List.of("type", "number", "symbol", "issueDate", "title", "planYear")) {
            compare(field, expected.path(field), actual.path(field), told);
        }
        for (var field : List.of("issuer", "signer")) {
            compare(field, expected.path(field).path("name"), actual.path(field).path("name"), told);
        }
    }

    private void compare(String field, JsonNode expected, JsonNode actual, StringBuilder told) {
        fields++;
        var same = plain(expected).equals(plain(actual));
        sameFields += same ? 1 : 0;
        if (!same) {
            told.append("  ")
                    .append(field)
                    .append(": «")
                    .append(actual.asText("-"))
                    .append("» for «")
                    .append(expected.asText("-"))
                    .append("»\n");
        }
    }

    private static String plain(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? ""
                : value.asText().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
