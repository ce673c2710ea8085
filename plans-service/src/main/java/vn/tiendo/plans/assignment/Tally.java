package vn.tiendo.plans.assignment;

import jakarta.persistence.Embeddable;
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

    void add(int change) {
        recordedCount = Math.max(0, recordedCount + change);
    }

    /// @return whether anything changed
    boolean set(int count) {
        var changed = recordedCount != count;
        recordedCount = count;
        return changed;
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
