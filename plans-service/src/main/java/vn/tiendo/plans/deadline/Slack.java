package vn.tiendo.plans.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.deadline.Occurrence.Rule;
import vn.tiendo.plans.deadline.Occurrence.Step;

/// Earlier days for lower levels: the day of the document holds for the first level below the issuer, and each level
/// further down must be ready so much earlier.
///
/// @param value how much earlier each further level must be ready
/// @param fromTier the first level that must be ready earlier; absent means 2, the level below the first
/// @param days days named for a level one by one, which then need no computing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slack(
        @Min(0) @Max(365) int value,
        @NotNull Unit unit,
        @Nullable @Min(1) @Max(20) Integer fromTier,
        @Nullable @Size(max = 100) List<@Valid @NotNull DayOfTier> days) {

    private static final int SECOND = 2;

    public enum Unit {
        DAYS,
        WORKING_DAYS
    }

    /// @param tier levels below the issuer
    /// @param occurrence the label of the occurrence meant; absent means whichever
    /// @param lastDay last on-time day of that level
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DayOfTier(
            @Min(0) @Max(20) int tier,
            @Nullable @Size(max = 20) String occurrence,
            @NotNull LocalDate lastDay) {}

    /// Whether one level has two days for the same occurrence.
    public boolean contradicts() {
        var seen = new HashSet<List<Object>>();
        return named().stream()
                .anyMatch(day -> !seen.add(List.of(day.tier(), Objects.requireNonNullElse(day.occurrence(), ""))));
    }

    /// The days that are named one by one, so many years later; occurrences that name a year go with it.
    public Slack inAnotherYear(int years) {
        return new Slack(
                value,
                unit,
                fromTier,
                days == null
                        ? null
                        : days.stream()
                                .map(day -> new DayOfTier(
                                        day.tier(),
                                        labelIn(day, years),
                                        day.lastDay().plusYears(years)))
                                .toList());
    }

    private static @Nullable String labelIn(DayOfTier day, int years) {
        var label = day.occurrence();
        var year = Integer.toString(day.lastDay().getYear());
        return label == null || !label.startsWith(year)
                ? label
                : (day.lastDay().getYear() + years) + label.substring(year.length());
    }

    /// How an occurrence holds for a level. What is computed never lies later than the slack allows: on a day off it
    /// goes back to the working day before, unless days off do not matter to the plan.
    Occurrence at(int tier, Occurrence occurrence, RollOff rollOff, WorkingDays calendar) {
        var named = dayOf(tier, occurrence.label());
        if (named != null) {
            return occurrence.endingOn(named, List.of(new Step(Rule.DAY_OF_LEVEL, named, level(tier))));
        }
        var levels = tier - (fromTier == null ? SECOND : fromTier) + 1;
        if (occurrence.lastDay() == null || levels <= 0 || value == 0) {
            return occurrence;
        }
        return earlier(tier, levels * value, occurrence, rollOff, calendar);
    }

    private Occurrence earlier(int tier, int by, Occurrence occurrence, RollOff rollOff, WorkingDays calendar) {
        var last = Objects.requireNonNull(occurrence.lastDay());
        var steps = new ArrayList<Step>();
        var day = unit == Unit.DAYS ? last.minusDays(by) : calendar.plus(last, -by);
        steps.add(new Step(
                Rule.SLACK_OF_LEVEL,
                day,
                Map.of("tier", Integer.toString(tier), "by", Integer.toString(by), "unit", unit.name())));
        var worked = rollOff == RollOff.NONE ? day : calendar.onOrBefore(day);
        if (!worked.equals(day)) {
            steps.add(new Step(Rule.ROLLED_TO_PREVIOUS_WORKING_DAY, worked));
        }
        var opens = occurrence.windowFrom();
        if (opens != null && worked.isBefore(opens) && !last.isBefore(opens)) {
            worked = opens;
            steps.add(new Step(Rule.SLACK_ENDS_WHERE_PERIOD_OPENS, worked));
        }
        return occurrence.endingOn(worked, steps);
    }

    private @Nullable LocalDate dayOf(int tier, String label) {
        return named().stream()
                .filter(day -> day.tier() == tier)
                .filter(day -> day.occurrence() == null || day.occurrence().equals(label))
                .sorted((one, other) -> Boolean.compare(one.occurrence() == null, other.occurrence() == null))
                .map(DayOfTier::lastDay)
                .findFirst()
                .orElse(null);
    }

    private List<DayOfTier> named() {
        return days == null ? List.of() : days;
    }

    private static Map<String, String> level(int tier) {
        return Map.of("tier", Integer.toString(tier));
    }
}
