package vn.tiendo.plans.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

/// All days that differ from the week's rule: of the country, or the closures of one organisation on top of that.
@Entity
public class WorkingCalendar implements Versioned {

    /// The calendar that holds for everybody.
    static final String NATIONAL = "VN";

    /// Only the calendar of the country: those who listen replace what they hold by every event.
    static final EventStream<WorkingCalendar> STREAM =
            new EventStream<>("plans.calendar.v1", CalendarApi.CalendarView::of);

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private @Nullable UUID organisationId;

    @ElementCollection
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "calendar_id"))
    @OrderBy("day")
    private List<CalendarDay> days = new ArrayList<>();

    protected WorkingCalendar() {}

    private WorkingCalendar(String code, @Nullable UUID organisationId) {
        this.id = Uuid7.next();
        this.code = code;
        this.organisationId = organisationId;
    }

    static WorkingCalendar ofTheCountry() {
        return new WorkingCalendar(NATIONAL, null);
    }

    static WorkingCalendar of(UUID organisation) {
        return new WorkingCalendar(organisation.toString(), organisation);
    }

    /// What would differ if these were the days.
    ///
    /// @param year only the days of this year are replaced; null for all
    List<DayChange> changesTo(List<Day> others, @Nullable Integer year) {
        var before = new TreeMap<LocalDate, Day>();
        days.stream()
                .filter(day -> year == null || day.day().getYear() == year)
                .forEach(day -> before.put(day.day(), Day.of(day)));
        var after = new TreeMap<LocalDate, Day>();
        others.forEach(day -> after.put(day.date(), Day.of(new CalendarDay(day))));
        var dates = new TreeMap<LocalDate, Boolean>();
        before.keySet().forEach(date -> dates.put(date, true));
        after.keySet().forEach(date -> dates.put(date, true));
        return dates.keySet().stream()
                .filter(date -> !Objects.equals(before.get(date), after.get(date)))
                .map(date -> new DayChange(date, before.get(date), after.get(date)))
                .toList();
    }

    void apply(List<DayChange> changes) {
        for (var change : changes) {
            days.removeIf(day -> day.day().equals(change.date()));
            if (change.after() != null) {
                days.add(new CalendarDay(change.after()));
            }
        }
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String code() {
        return code;
    }

    @Nullable
    UUID organisationId() {
        return organisationId;
    }

    List<CalendarDay> days() {
        return List.copyOf(days);
    }
}
