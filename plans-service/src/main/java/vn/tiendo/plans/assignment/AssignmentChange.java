package vn.tiendo.plans.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// One line of the history of an assignment: what happened, by whom or by which fact, and how it stood afterwards.
@Entity
class AssignmentChange {

    @Id
    private UUID id;

    private UUID assignmentId;
    private String what;
    private Instant happenedAt;
    private @Nullable String actor;
    private @Nullable String fact;
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private @Nullable LocalDate dueDay;
    private @Nullable Instant receivedAt;
    private int recordedCount;
    private @Nullable UUID otherAssignmentId;

    protected AssignmentChange() {}

    private AssignmentChange(
            Assignment assignment, String what, @Nullable String actor, @Nullable String fact, Instant now) {
        this.id = Uuid7.next();
        this.assignmentId = assignment.id();
        this.what = what;
        this.happenedAt = now;
        this.actor = actor;
        this.fact = fact;
        this.reason = fact == null ? assignment.reason() : null;
        this.standing = assignment.standing(now);
        this.dueDay = assignment.dueDay();
        this.receivedAt = assignment.receivedAt();
        this.recordedCount = assignment.tally().recorded();
        this.otherAssignmentId = assignment.transfer().isGone()
                ? assignment.transfer().toAssignmentId()
                : assignment.transfer().fromAssignmentId();
    }

    /// @param what the last word of the event's type, such as `waived`
    static AssignmentChange by(String actor, Assignment assignment, String what, Instant now) {
        return new AssignmentChange(assignment, what, actor, null, now);
    }

    /// @param fact what has caused it, such as `report`
    static AssignmentChange from(String fact, Assignment assignment, String what, Instant now) {
        return new AssignmentChange(assignment, what, null, fact, now);
    }

    UUID id() {
        return id;
    }

    String what() {
        return what;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    @Nullable
    String actor() {
        return actor;
    }

    @Nullable
    String fact() {
        return fact;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Standing standing() {
        return standing;
    }

    @Nullable
    LocalDate dueDay() {
        return dueDay;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    int recordedCount() {
        return recordedCount;
    }

    @Nullable
    UUID otherAssignmentId() {
        return otherAssignmentId;
    }
}
