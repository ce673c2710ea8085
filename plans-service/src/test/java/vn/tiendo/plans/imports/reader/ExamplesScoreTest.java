package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The five example documents, read and compared with what a person read.
class ExamplesScoreTest {

    private static final List<String> NAMES =
            List.of("binh-duong-2024", "la-gi-2024", "bac-kan-2024", "ha-tinh-2024", "bac-ninh-2021");

    @Test
    void the_examples_are_read_well_enough() {
        var scores = NAMES.stream().map(Score::ofExample).toList();
        scores.forEach(score -> System.out.println(score.row()));
        if (Boolean.getBoolean("score.details")) {
            for (var score : scores) {
                System.out.println("== " + score.name());
                score.missed().forEach(one -> System.out.println("  missed   " + one));
                score.wrong().forEach(one -> System.out.println("  wrong    " + one));
                score.falseDeadlines().forEach(one -> System.out.println("  false    " + one));
                score.metadata().forEach(one -> System.out.println("  metadata " + one));
            }
        }
        int hitDeadlines = scores.stream().mapToInt(Score::hitDeadlines).sum();
        int goldDeadlines = scores.stream().mapToInt(Score::goldDeadlines).sum();
        int readDeadlines = scores.stream().mapToInt(Score::readDeadlines).sum();
        int hitCore = scores.stream().mapToInt(Score::hitCore).sum();
        int goldCore = scores.stream().mapToInt(Score::goldCore).sum();
        int readCore = scores.stream().mapToInt(Score::readCore).sum();
        System.out.printf(
                "all: core F1 %.3f   deadline F1 %.3f%n",
                Score.f1(hitCore, goldCore, readCore), Score.f1(hitDeadlines, goldDeadlines, readDeadlines));
        assertThat(Score.f1(hitDeadlines, goldDeadlines, readDeadlines)).isGreaterThanOrEqualTo(0.95);
        assertThat(Score.f1(hitCore, goldCore, readCore)).isGreaterThanOrEqualTo(0.90);
    }
}
