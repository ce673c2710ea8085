package vn.tiendo.plans.assignment;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.Fulfilment;
import vn.tiendo.plans.obligation.Obligation;

/// How often something must be done, and how often it was.
@Embeddable
class Tally {

    private int requiredCount;
    private @Nullable Integer targetCount;
    private @Nullable Integer maxCount;
    private int recordedCount;

    protected Tally() {}

    /// What the document counts matters only where the facts are counted: activities and nominations.
    Tally(Obligation obligation) {
        var fulfilment = obligation.kind().fulfilment();
        var counted = fulfilment == Fulfilment.ACTIVITIES || fulfilment == Fulfilment.NOMINATIONS;
        var least = obligation.counts().minCount();
        requiredCount = counted && least != null ? Math.max(1, least) : 1;
        targetCount = counted ? obligation.counts().targetCount() : null;
        maxCount = counted ? obligation.counts().maxCount() : null;
    }

    /// What another obligation asks for, with what has been recorded.
    Tally requiring(Obligation obligation) {
        var asked = new Tally(obligation);
        asked.recordedCount = recordedCount;
        return asked;
    }

    Tally copy() {
        var copy = new Tally();
        copy.requiredCount = requiredCount;
        copy.targetCount = targetCount;
        copy.maxCount = maxCount;
        copy.recordedCount = recordedCount;
        return copy;
    }

    /// Counts what was recorded, or no longer counts; enough of it fulfils what is owed.
    ///
    /// @param received the server's receipt that lateness is judged by, if it is enough now
    /// @return whether anything changed
    boolean count(int change, Receipt receipt, Instant received, Instant now) {
        if (isDoneAnyway(receipt)) {
            return false;
        }
        recordedCount = Math.max(0, recordedCount + change);
        if (!receipt.isAccepted() && isEnough()) {
            receipt.fulfil(received, now);
        } else if (receipt.isAccepted() && !isEnough()) {
            receipt.reopen();
        }
        return true;
    }

    /// Sets what has been counted elsewhere; the receipt of the one that made it enough decides lateness.
    ///
    /// @param receipts of all that count, in any order
    /// @return whether anything changed
    boolean countAll(Collection<Instant> receipts, Receipt receipt, Instant now) {
        if (isDoneAnyway(receipt)) {
            return false;
        }
        var changed = recordedCount != receipts.size();
        recordedCount = receipts.size();
        if (!isEnough()) {
            var reopened = receipt.isAccepted();
            receipt.reopen();
            return reopened || changed;
        }
        var enough = receipts.stream().sorted().toList().get(requiredCount - 1);
        if (!receipt.isAccepted() || !enough.equals(receipt.receivedAt())) {
            receipt.fulfil(enough, Objects.requireNonNullElse(receipt.fulfilledAt(), now));
            return true;
        }
        return changed;
    }

    /// The document itself says that it was done before: whatever is recorded or taken back since does not
    /// matter.
    private boolean isDoneAnyway(Receipt receipt) {
        return receipt.isAccepted() && !isEnough();
    }

    boolean isEnough() {
        return recordedCount >= requiredCount;
    }

    boolean isTooMany() {
        return maxCount != null && recordedCount > maxCount;
    }

    int required() {
        return requiredCount;
    }

    @Nullable
    Integer target() {
        return targetCount;
    }

    @Nullable
    Integer most() {
        return maxCount;
    }

    int recorded() {
        return recordedCount;
    }
}
