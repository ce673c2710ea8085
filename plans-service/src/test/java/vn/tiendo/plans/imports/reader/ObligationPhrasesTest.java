package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every kind of obligation as `obligation-phrases.txt` words it.
class ObligationPhrasesTest {

    @TestFactory
    Stream<DynamicTest> each_sentence_asks_for_what_is_listed() {
        return DeadlinePhrasesTest.rows("obligation-phrases.txt").stream().map(row -> {
            var parts = row.split(" => ");
            return DynamicTest.dynamicTest(
                    parts[0],
                    () -> assertThat(read(parts[0], parts[1].contains("/"))).isEqualTo(parts[1]));
        });
    }

    private static String read(String sentence, boolean withForm) {
        var body = BodyJoiner.join(sentence, List.of(), LineCleaner.lines(sentence));
        var tokens = new Tokens(body);
        var dates = new Dates(tokens);
        var hidden = Hidden.of(tokens, new Citations(tokens, dates).all());
        var tasks = new ObligationReader(body, tokens, dates, hidden, PlanYears.of(2024)).read(0);
        return tasks.isEmpty()
                ? "-"
                : tasks.stream()
                        .map(task -> task.kind + (withForm && task.form != null ? "/" + task.form : ""))
                        .collect(Collectors.joining(" ; "));
    }
}
