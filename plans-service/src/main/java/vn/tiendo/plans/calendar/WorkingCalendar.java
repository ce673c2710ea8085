package vn.tiendo.plans.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.time.Uuid7;

/// All days of a country that differ from the week's rule.
@Entity
public class WorkingCalendar implements Versioned {

    static final EventStream<WorkingCalendar> STREAM =
            new EventStream<>("plans.calendar.v1", CalendarApi.CalendarView::of);

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;

    @ElementCollection
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "calendar_id"))
    @OrderBy("day")
    private List<CalendarDay> days = new ArrayList<>();

    protected WorkingCalendar() {}

    WorkingCalendar(String code) {
        this.id = Uuid7.next();
        this.code = code;
    }

    void replace(List<CalendarDay> others) {
        days.clear();
        days.addAll(others);
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

    List<CalendarDay> days() {
        return List.copyOf(days);
    }
}
