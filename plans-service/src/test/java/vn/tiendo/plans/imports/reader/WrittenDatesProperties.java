package vn.tiendo.plans.imports.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Every day of the years that plans are written for reads back from every way a clerk writes it.
class WrittenDatesProperties {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private static final List<Function<LocalDate, String>> FORMS = List.of(
            day -> "ngày %02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %d tháng %d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %d tháng %d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %d/%d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %02d/%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100),
            day -> "ngày %02d/\n%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "17h00 ngày %d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            day -> "ngày %02d tháng\n%d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));

    @Property(tries = 3000)
    boolean every_day_reads_back_from_every_written_form(
            @ForAll("days") LocalDate day, @ForAll("forms") Function<LocalDate, String> form) {
        return day.equals(deadline("Các đơn vị nộp hồ sơ trước " + form.apply(day) + "."));
    }

    @Property(tries = 1000)
    boolean marks_apart_from_their_letters_change_nothing(
            @ForAll("days") LocalDate day, @ForAll("forms") Function<LocalDate, String> form) {
        var sentence = "Các đơn vị nộp hồ sơ trước " + form.apply(day) + ".";
        return day.equals(deadline(Normalizer.normalize(sentence, Normalizer.Form.NFD)));
    }

    @Property(tries = 1000)
    void a_day_without_a_year_takes_the_year_of_the_plan(@ForAll("days") LocalDate day) {
        var sentence = "Các đơn vị nộp hồ sơ trước ngày %02d/%02d.".formatted(day.getDayOfMonth(), day.getMonthValue());
        boolean leap = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
        assertThat(deadline(sentence)).isEqualTo(leap ? LocalDate.of(2024, 2, 29) : day.withYear(2024));
    }

    @Property(tries = 1000)
    void a_span_of_days_begins_and_ends_on_the_days_written(
            @ForAll("days") LocalDate one, @ForAll("days") LocalDate two) {
        var from = one.isBefore(two) ? one : two;
        var to = one.isBefore(two) ? two : one;
        var sentence = "Tổ chức hội thi từ ngày %d/%d/%d đến ngày %d/%d/%d."
                .formatted(
                        from.getDayOfMonth(),
                        from.getMonthValue(),
                        from.getYear(),
                        to.getDayOfMonth(),
                        to.getMonthValue(),
                        to.getYear());
        var read = DeadlinePhrasesTest.found(sentence).getFirst().deadline();
        assertThat(List.of(String.valueOf(read.from()), String.valueOf(read.to())))
                .containsExactly(from.toString(), to.toString());
    }

    private static @Nullable LocalDate deadline(String sentence) {
        var found = DeadlinePhrasesTest.found(sentence);
        return found.size() == 1 ? found.getFirst().deadline().date() : null;
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(0, ChronoUnit.DAYS.between(FIRST, LAST))
                .map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Function<LocalDate, String>> forms() {
        return Arbitraries.of(FORMS);
    }
}
