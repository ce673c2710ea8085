package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.preference.QuietHoursTest.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.notifications.preference.Defaults.DefaultCell;
import vn.tiendo.notifications.preference.Wishes.Cell;

class RoutingPropertiesTest {

    /// With Tết 2025.
    private static final WorkingDays CALENDAR =
            QuietHoursTest.holiday(LocalDate.of(2025, 1, 27), LocalDate.of(2025, 1, 31));

    @Property(tries = 3_000)
    void each_channel_has_it_once_alone_or_in_a_digest_never_in_quiet_hours_and_never_too_late(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = -14, max = 7) int rung,
            @ForAll("defaults") Defaults defaults,
            @ForAll("wishes") Wishes wishes) {
        var dueDay = Days.dayOf(now).minusDays(rung);
        var effective = new Effective(RoutingTest.inherited(defaults), wishes);
        var sendings = new Routing(EnumSet.allOf(ChannelKind.class), now, () -> CALENDAR)
                .of(RoutingTest.notification("ASSIGNMENT", rung, dueDay, false), effective, UUID.randomUUID());
        assertThat(sendings).extracting(Sending::channel).doesNotHaveDuplicates();
        var quiet = effective.quietHours().value();
        for (var sending : sendings) {
            assertThat(sending.notBefore()).isAfterOrEqualTo(now);
            var isUrgent = sending.mandatory() && rung <= 0;
            var local = sending.notBefore().atZone(Days.ZONE);
            if (!isUrgent) {
                assertThat(quiet.isQuiet(local.toLocalTime())).isFalse();
                assertThat(!quiet.workingDaysOnly() || CALENDAR.isWorking(local.toLocalDate()))
                        .isTrue();
            }
            if (sending.digestAt() != null) {
                assertThat(sending.digestAt()).isEqualTo(sending.notBefore());
                assertThat(rung > 0 || sending.digestAt().isBefore(Days.endOf(dueDay)))
                        .isTrue();
                assertThat(!sending.mandatory()
                                || Days.dayOf(sending.digestAt()).equals(Days.dayOf(now)))
                        .isTrue();
            }
            if (isUrgent) {
                assertThat(sending.notBefore()).isBefore(Days.endOf(dueDay));
            }
        }
    }

    @Property(tries = 1_000)
    void what_is_mandatory_goes_whatever_is_wanted(
            @ForAll("moments") Instant now, @ForAll("defaults") Defaults defaults, @ForAll("wishes") Wishes wishes) {
        var sendings = new Routing(EnumSet.allOf(ChannelKind.class), now, () -> CALENDAR)
                .of(
                        RoutingTest.notification(
                                "ASSIGNMENT", 3, Days.dayOf(now).minusDays(3), false),
                        new Effective(RoutingTest.inherited(defaults), wishes),
                        UUID.randomUUID());
        assertThat(sendings)
                .filteredOn(sending -> sending.channel() == ChannelKind.EMAIL)
                .singleElement()
                .matches(Sending::mandatory)
                .matches(sending -> !sending.onlyIfUnread());
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 60 * 24 * 60)
                .map(minutes -> at("2025-01-01T00:00").plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Wishes> wishes() {
        var cells = Combinators.combine(
                        Arbitraries.of(Category.REMINDER, Category.OVERDUE),
                        Arbitraries.of(ChannelKind.class),
                        Arbitraries.of(true, false))
                .as(Cell::new)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(cells, quietHours().injectNull(0.5), digests())
                .as((wanted, quiet, gathered) -> new Wishes(wanted, quiet, gathered, null));
    }

    @Provide
    Arbitrary<Defaults> defaults() {
        var cells = Combinators.combine(
                        Arbitraries.of(Category.REMINDER, Category.OVERDUE),
                        Arbitraries.of(ChannelKind.class),
                        Arbitraries.of(Setting.class))
                .as(DefaultCell::new)
                .list()
                .ofMaxSize(4);
        var steps = Combinators.combine(
                        Arbitraries.of(ChannelKind.class),
                        Arbitraries.integers().between(1, 20))
                .as(Fallback.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(Fallback.Step::channel);
        var fallback = steps.map(chain -> new Fallback(List.of(Category.REMINDER, Category.OVERDUE), chain));
        return Combinators.combine(cells, quietHours().injectNull(0.5), digests(), fallback.injectNull(0.5))
                .as((set, quiet, gathered, chain) -> new Defaults(set, quiet, gathered, chain, null));
    }

    private static Arbitrary<QuietHours> quietHours() {
        var time = Arbitraries.integers().between(0, 47).map(half -> LocalTime.ofSecondOfDay(half * 1800L));
        return Combinators.combine(time, time, Arbitraries.of(true, false)).as(QuietHours::new);
    }

    private static Arbitrary<List<Digest>> digests() {
        var one = Combinators.combine(
                        Arbitraries.of(Category.REMINDER, Category.OVERDUE),
                        Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0)),
                        Arbitraries.of(DayOfWeek.class).injectNull(0.5))
                .as((category, hour, day) ->
                        new Digest(category, day == null ? Rhythm.DAILY : Rhythm.WEEKLY, hour, day));
        return one.list().ofMaxSize(2);
    }
}
