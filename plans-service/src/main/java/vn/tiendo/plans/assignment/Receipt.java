package vn.tiendo.plans.assignment;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has come in for an assignment, and what became of it. When it came in decides whether it was late,
/// never when it was accepted.
@Embeddable
class Receipt {

    /// Server receipt of the version that counts.
    private @Nullable Instant receivedAt;

    private boolean accepted;
    private @Nullable Instant fulfilledAt;

    /// Receipt of the version that was sent back, while it is out for correction.
    private @Nullable Instant returnedReceipt;

    /// First instant that is too late for the corrected version.
    private @Nullable Instant returnedUntil;

    Receipt copy() {
        var copy = new Receipt();
        copy.receivedAt = receivedAt;
        copy.accepted = accepted;
        copy.fulfilledAt = fulfilledAt;
        copy.returnedReceipt = returnedReceipt;
        copy.returnedUntil = returnedUntil;
        return copy;
    }

    /// Something came in. Corrected within the time that the return named, it counts as of its first receipt.
    ///
    /// @return whether anything changed
    boolean receive(Instant receipt) {
        if (receipt.equals(receivedAt)) {
            return false;
        }
        var inTime = returnedUntil != null && receipt.isBefore(returnedUntil);
        return replace(returnedReceipt != null && inTime ? returnedReceipt : receipt);
    }

    /// What came in was sent back and is open again.
    ///
    /// @param until first instant that is too late for the corrected version
    boolean sendBack(Instant until) {
        if (receivedAt == null) {
            return false;
        }
        returnedReceipt = receivedAt;
        returnedUntil = until;
        reopen();
        return true;
    }

    /// A correction came in within its time. It counts as of the first receipt; of one that was never seen here all
    /// that is known is that it was in time.
    boolean receiveInTime(Instant dueAt) {
        return replace(
                returnedReceipt != null && returnedReceipt.isBefore(dueAt) ? returnedReceipt : dueAt.minusMillis(1));
    }

    /// A correction came in after its time, or one of a version that was late itself.
    boolean receiveLate(Instant receipt) {
        return replace(receipt);
    }

    private boolean replace(Instant receipt) {
        if (accepted || receipt.equals(receivedAt)) {
            return false;
        }
        receivedAt = receipt;
        return true;
    }

    boolean accept(Instant now) {
        if (accepted || receivedAt == null) {
            return false;
        }
        fulfil(receivedAt, now);
        returnedReceipt = null;
        returnedUntil = null;
        return true;
    }

    void fulfil(Instant receipt, Instant now) {
        receivedAt = receipt;
        accepted = true;
        fulfilledAt = now;
    }

    void reopen() {
        receivedAt = null;
        accepted = false;
        fulfilledAt = null;
    }

    /// The first instant that is too late as things stand: a correction that was asked for in time has its own.
    @Nullable
    Instant openUntil(@Nullable Instant dueAt) {
        if (dueAt == null || receivedAt != null || returnedUntil == null || returnedReceipt == null) {
            return dueAt;
        }
        return returnedReceipt.isBefore(dueAt) && returnedUntil.isAfter(dueAt) ? returnedUntil : dueAt;
    }

    @Nullable
    Instant receivedAt() {
        return receivedAt;
    }

    boolean isAccepted() {
        return accepted;
    }

    @Nullable
    Instant fulfilledAt() {
        return fulfilledAt;
    }

    @Nullable
    Instant returnedUntil() {
        return returnedUntil;
    }
}
