package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.tiendo.plans.imports.reader.DeadlinePhrases.Label;

/// Every way of wording a deadline that `deadline-phrases.txt` lists.
class DeadlinePhrasesTest {

    @TestFactory
    Stream<DynamicTest> each_phrase_is_read_as_listed() {
        return rows("deadline-phrases.txt").stream().map(row -> {
            var parts = row.split(" => ");
            return DynamicTest.dynamicTest(
                    parts[0], () -> assertThat(read(parts[0])).isEqualTo(parts[1]));
        });
    }

    static List<String> rows(String name) {
        try (var file = DeadlinePhrasesTest.class.getResourceAsStream(name)) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<FoundDeadline> found(String sentence) {
        var body = BodyJoiner.join(sentence, List.of(), LineCleaner.lines(sentence));
        var tokens = new Tokens(body);
        var dates = new Dates(tokens);
        var hidden = Hidden.of(tokens, new Citations(tokens, dates).all());
        return new DeadlinePhrases(tokens, dates, hidden, PlanYears.of(2024)).between(0, tokens.size(), Label.NONE);
    }

    static String read(String sentence) {
        var found = found(sentence);
        assertThat(found).allMatch(one -> sentence.contains(one.deadline().raw()));
        return found.isEmpty()
                ? "-"
                : found.stream().map(one -> words(one.deadline())).collect(Collectors.joining(" ; "));
    }

    private static String words(ReadDeadline read) {
        var words = new ArrayList<String>();
        words.add(read.type().name());
        Stream.of(read.date(), read.from(), read.to())
                .filter(Objects::nonNull)
                .forEach(day -> words.add(day.toString()));
        if (read.offset() != null) {
            words.add(read.offset().value() + " " + read.offset().unit());
        }
        if (read.recurrence() != null) {
            words.add(read.recurrence().freq());
            if (read.recurrence().day() != null && read.date() == null) {
                words.add(read.recurrence().day().toString());
            }
            if (read.recurrence().weekday() != null) {
                words.add("on " + read.recurrence().weekday());
            }
        }
        if (read.duration() != null) {
            words.add(
                    "lasting " + read.duration().value() + " " + read.duration().unit());
        }
        if (read.time() != null) {
            words.add(read.time());
        }
        if (read.yearInherited() != null) {
            words.add("inherited");
        }
        return String.join(" ", words);
    }
}
