package vn.tiendo.registrations.summary;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.EventStream;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.registrations.summary.UnitDeltas.Change;

/// The numbers of one unit in one campaign, as far as they are folded.
@Entity
class UnitSummary implements Versioned {

    static final EventStream<UnitSummary> STREAM = new EventStream<>("registrations.unit-summary.v1", SummaryEvent::of);

    /// That of the unit, which is that of its assignment.
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID campaignId;
    private UUID planId;
    private UUID obligationId;
    private UUID organisationId;
    private int owes;
    private int missing;
    private int submitted;
    private int accepted;
    private int exempt;
    private int returned;
    private int late;
    private boolean rosterFrozen;
    private @Nullable Instant completedAt;
    private @Nullable Instant lastReceivedAt;
    private Instant asOf;

    @Transient
    private boolean carried;

    protected UnitSummary() {}

    UnitSummary(UUID unit, UUID campaignId, UUID planId, UUID obligationId, UUID organisationId, Instant now) {
        this.id = unit;
        this.campaignId = campaignId;
        this.planId = planId;
        this.obligationId = obligationId;
        this.organisationId = organisationId;
        this.asOf = now;
    }

    /// An amendment took the place of the plan: the same is owed under another obligation.
    void carryTo(UUID plan, UUID obligation) {
        carried = !planId.equals(plan) || !obligationId.equals(obligation);
        planId = plan;
        obligationId = obligation;
    }

    /// Once complete, it stays complete: somebody who joins later re-opens nothing.
    ///
    /// @return whether anything that others see has changed
    boolean add(Change change) {
        var tally = tally().plus(change.tally());
        var freezes = change.frozen() && !rosterFrozen;
        var received = change.lastReceivedAt() != null
                && (lastReceivedAt == null || change.lastReceivedAt().isAfter(lastReceivedAt));
        if (tally.equals(tally()) && !freezes && !received) {
            return carried;
        }
        owes = tally.owes();
        missing = tally.missing();
        submitted = tally.submitted();
        accepted = tally.accepted();
        exempt = tally.exempt();
        returned = tally.returned();
        late = tally.late();
        rosterFrozen = rosterFrozen || change.frozen();
        if (received) {
            lastReceivedAt = change.lastReceivedAt();
        }
        if (completedAt == null && rosterFrozen && tally.isComplete()) {
            completedAt = change.lastAt();
        }
        asOf = change.lastAt();
        return true;
    }

    Tally tally() {
        return new Tally(owes, missing, submitted, accepted, exempt, returned, late);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID planId() {
        return planId;
    }

    UUID obligationId() {
        return obligationId;
    }

    UUID organisationId() {
        return organisationId;
    }

    boolean rosterFrozen() {
        return rosterFrozen;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    @Nullable
    Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    Instant asOf() {
        return asOf;
    }
}
