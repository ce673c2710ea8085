package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// To whom, through whom and how many, as `parties-and-amounts.txt` words it.
class PartiesAndAmountsTest {

    @TestFactory
    Stream<DynamicTest> each_sentence_names_whom_and_how_many_as_listed() {
        return DeadlinePhrasesTest.rows("parties-and-amounts.txt").stream().map(row -> {
            var parts = row.split(" => ");
            return DynamicTest.dynamicTest(
                    parts[0], () -> assertThat(read(parts[0])).isEqualTo(parts[1]));
        });
    }

    private static String read(String sentence) {
        var body = BodyJoiner.join(sentence, List.of(), LineCleaner.lines(sentence));
        var tokens = new Tokens(body);
        var dates = new Dates(tokens);
        var hidden = Hidden.of(tokens, new Citations(tokens, dates).all());
        var tasks = new ObligationReader(body, tokens, dates, hidden, PlanYears.of(2024)).read(0);
        var task = tasks.getFirst();
        var amount = task.amount;
        return "%s | %s | %s | %s"
                .formatted(
                        or(task.subject),
                        or(task.recipient),
                        or(task.via),
                        amount == null ? "-" : or(amount.min()) + " " + or(amount.max()));
    }

    private static Object or(@org.jspecify.annotations.Nullable Object given) {
        return given == null ? "-" : given;
    }
}
