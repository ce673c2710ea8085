package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody's word that an assignment is fulfilled, and what backs it. It lies over the facts and leaves them as they
/// are, so that it can be taken back.
@Embeddable
class ByHand {

    static final ByHand NOTHING = new ByHand();

    @Column(name = "by_hand_at")
    private @Nullable Instant at;

    /// Server receipt that lateness is judged by: of what had come in, else of the mark itself.
    @Column(name = "by_hand_receipt")
    private @Nullable Instant receipt;

    /// What the clerk says about the day; kept, shown, and never decisive.
    private @Nullable LocalDate statedOn;

    @Convert(converter = EvidenceText.class)
    private @Nullable List<Evidence> evidence;

    protected ByHand() {}

    ByHand(Instant at, Instant receipt, @Nullable LocalDate statedOn, List<Evidence> evidence) {
        this.at = at;
        this.receipt = receipt;
        this.statedOn = statedOn;
        this.evidence = List.copyOf(evidence);
    }

    boolean isGiven() {
        return at != null;
    }

    @Nullable
    Instant at() {
        return at;
    }

    @Nullable
    Instant receipt() {
        return receipt;
    }

    @Nullable
    LocalDate statedOn() {
        return statedOn;
    }

    List<Evidence> evidence() {
        return Objects.requireNonNullElse(evidence, List.of());
    }
}
