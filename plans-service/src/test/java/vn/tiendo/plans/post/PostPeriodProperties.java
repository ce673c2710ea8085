package vn.tiendo.plans.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.security.Role;

class PostPeriodProperties {

    private static final LocalDate START = LocalDate.of(2024, 2, 25);

    /// Nine stands for no end; an end before the beginning is a post that was ended before its first day.
    @Property
    void two_periods_meet_when_they_have_a_day_in_common(
            @ForAll @IntRange(max = 8) int postFrom,
            @ForAll @IntRange(max = 9) int postTo,
            @ForAll @IntRange(max = 8) int from,
            @ForAll @IntRange(max = 9) int to) {
        var post = new Post(UUID.randomUUID(), Role.MEMBER, "i", "s", day(postFrom), end(postTo), null);
        var common = IntStream.range(0, 12)
                .mapToObj(PostPeriodProperties::day)
                .anyMatch(day -> post.isHeldOn(day) && !day.isBefore(day(from)) && (to == 9 || !day.isAfter(day(to))));
        if (to >= from) {
            assertThat(post.isHeldWithin(day(from), end(to))).isEqualTo(common);
        }
    }

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static LocalDate end(int number) {
        return number == 9 ? null : day(number);
    }
}
