package vn.tiendo.plans.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.tiendo.kit.time.Uuid7;

/// The trace of a deadline that a change of the calendar has moved.
@Entity
@Table(name = "calendar_move")
public class MovedDeadline {

    @Id
    private UUID id;

    private UUID assignmentId;
    private UUID changeId;
    private LocalDate fromDay;
    private LocalDate toDay;
    private Instant movedAt;

    protected MovedDeadline() {}

    MovedDeadline(UUID assignmentId, UUID changeId, LocalDate fromDay, LocalDate toDay, Instant movedAt) {
        this.id = Uuid7.next();
        this.assignmentId = assignmentId;
        this.changeId = changeId;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.movedAt = movedAt;
    }

    UUID changeId() {
        return changeId;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate toDay() {
        return toDay;
    }

    Instant movedAt() {
        return movedAt;
    }
}
