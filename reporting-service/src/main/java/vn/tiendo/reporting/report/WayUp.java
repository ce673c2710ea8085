package vn.tiendo.reporting.report;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a report passed which desk, and whether it came too late: facts that stay.
@Embeddable
@CheckReturnValue
class WayUp {

    private @Nullable Instant submittedAt;
    private @Nullable String submittedBy;
    private @Nullable Instant receivedAt;
    private @Nullable Instant forwardedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant returnedAt;
    private @Nullable Instant returnedUntil;
    private boolean returnedInTime;

    private @Nullable String returnReason;
    private @Nullable Instant restatedAt;
    private @Nullable Instant updatedAt;

    protected WayUp() {}

    void submitted(String by, Instant now) {
        submittedAt = now;
        submittedBy = by;
        receivedAt = null;
        forwardedAt = null;
    }

    void received(Instant now) {
        receivedAt = now;
    }

    void forwarded(Instant now) {
        forwardedAt = now;
    }

    void accepted(Instant now) {
        acceptedAt = now;
    }

    void restated(Instant now) {
        restatedAt = now;
    }

    /// Something about the report is told to others.
    void told(Instant now) {
        updatedAt = now;
    }

    void sentBack(String reason, Instant until, Instant now, @Nullable Instant dueAt) {
        returnedInTime = !isLate(dueAt);
        returnedAt = now;
        returnedUntil = until;
        returnReason = reason;
    }

    /// The newest version came at or after the first instant that was too late.
    boolean isLate(@Nullable Instant dueAt) {
        var deadline = deadline(dueAt);
        return submittedAt != null && deadline != null && !submittedAt.isBefore(deadline);
    }

    /// Handed in late, or not in although the day is over.
    boolean isLate(boolean isBeingWritten, @Nullable Instant dueAt, Instant now) {
        if (!isBeingWritten) {
            return isLate(dueAt);
        }
        var deadline = deadline(dueAt);
        return deadline != null && !now.isBefore(deadline);
    }

    /// A return names a later day to those who had been on time.
    @Nullable
    Instant deadline(@Nullable Instant dueAt) {
        if (dueAt == null || returnedUntil == null || !returnedInTime || returnedUntil.isBefore(dueAt)) {
            return dueAt;
        }
        return returnedUntil;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String submittedBy() {
        return submittedBy;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Instant forwardedAt() {
        return forwardedAt;
    }

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    Instant returnedAt() {
        return returnedAt;
    }

    @Nullable
    Instant returnedUntil() {
        return returnedUntil;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    Instant restatedAt() {
        return restatedAt;
    }

    @Nullable
    Instant updatedAt() {
        return updatedAt;
    }
}
