package vn.tiendo.plans.calendar;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;

/// Who changed which days of a calendar when, and how far the deadlines that follow have been moved.
@Entity
public class CalendarChange {

    @Id
    private UUID id;

    private UUID calendarId;
    private long calendarVersion;
    private @Nullable UUID organisationId;
    private Instant changedAt;
    private @Nullable UUID postId;

    @Convert(converter = DayChangesText.class)
    private List<DayChange> days;

    /// The assignments up to this id have been looked at.
    private @Nullable UUID movedUpTo;

    private int movedCount;
    private @Nullable Instant finishedAt;

    protected CalendarChange() {}

    CalendarChange(WorkingCalendar calendar, List<DayChange> days, @Nullable UUID postId, Instant now) {
        this.id = Uuid7.next();
        this.calendarId = calendar.id();
        this.calendarVersion = calendar.version();
        this.organisationId = calendar.organisationId();
        this.days = List.copyOf(days);
        this.postId = postId;
        this.changedAt = now;
    }

    /// Notes how far the moving has got.
    ///
    /// @param upTo id of the last assignment that was looked at
    public void moved(int count, UUID upTo) {
        movedCount += count;
        movedUpTo = upTo;
    }

    public void finish(Instant now) {
        finishedAt = now;
    }

    public UUID id() {
        return id;
    }

    UUID calendarId() {
        return calendarId;
    }

    long calendarVersion() {
        return calendarVersion;
    }

    /// The organisation whose closures changed; null for the calendar of the country.
    public @Nullable UUID organisationId() {
        return organisationId;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    UUID postId() {
        return postId;
    }

    public List<DayChange> days() {
        return days;
    }

    public @Nullable UUID movedUpTo() {
        return movedUpTo;
    }

    int movedCount() {
        return movedCount;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }
}
