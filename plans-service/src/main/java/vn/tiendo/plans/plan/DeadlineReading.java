package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.workingcalendar.WorkingDays;
import vn.tiendo.plans.calendar.CalendarLayers;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.deadline.Occurrence;
import vn.tiendo.plans.deadline.Occurrences;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.organisation.TreePath;

/// The one place that reads an obligation's deadline for an organisation: by the period, reading and roll-off of its
/// plan, the working calendar, and how far below the issuer the organisation stands.
@ApplicationScoped
public class DeadlineReading {

    @Inject
    CalendarService calendar;

    @Inject
    Clock clock;

    private record Place(WorkingDays days, int tier) {}

    /// Reads for many organisations of one page; organisations that are read alike share the work.
    ///
    /// @return from the path of an organisation to what it owes, and when
    Function<String, List<Occurrence>> of(Plan plan, Obligation obligation) {
        return of(plan, obligation, calendar.layers());
    }

    /// The same for those who store what they read: the calendar does not change until they have.
    Function<String, List<Occurrence>> toStore(Plan plan, Obligation obligation) {
        return of(plan, obligation, calendar.layersHeld());
    }

    Function<String, List<Occurrence>> of(Plan plan, Obligation obligation, CalendarLayers layers) {
        var read = new HashMap<Place, List<Occurrence>>();
        return path -> read.computeIfAbsent(
                new Place(layers.at(path), tierOf(path, plan.organisationPath())),
                place -> obligation.occurrences(
                        new Occurrences(
                                plan.words().periodFrom(),
                                endOf(plan),
                                plan.namedDayCounts(),
                                plan.words().rollOff(),
                                place.days),
                        place.tier));
    }

    /// What a document without an end demands is known through the year that has begun.
    private LocalDate endOf(Plan plan) {
        var thisYear = Days.dayOf(clock.instant()).getYear();
        return Objects.requireNonNullElseGet(
                plan.words().periodTo(),
                () -> LocalDate.of(Math.max(thisYear, plan.words().periodFrom().getYear()), 12, 31));
    }

    /// Levels below the issuer: 0 is the issuer itself, and 1 whatever does not stand below it.
    static int tierOf(String path, String issuer) {
        return path.startsWith(issuer) ? (path.length() - issuer.length()) / TreePath.SEGMENT_LENGTH : 1;
    }
}
