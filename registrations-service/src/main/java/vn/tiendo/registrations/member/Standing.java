package vn.tiendo.registrations.member;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a member is, and whether it takes part in activities, from a day on until the next one begins.
@Entity
@Table(name = "member_standing")
class Standing {

    @Embeddable
    record Key(UUID memberId, LocalDate validFrom) {}

    /// What stands.
    record Kind(MemberCategory category, MemberStatus status) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private MemberCategory category;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private @Nullable String decision;
    private Instant recordedAt;

    protected Standing() {}

    /// @param decision number and date of the paper that says so
    Standing(UUID member, LocalDate validFrom, Kind kind, @Nullable String decision, Instant now) {
        this.key = new Key(member, validFrom);
        this.category = kind.category;
        this.status = kind.status;
        this.decision = decision;
        this.recordedAt = now;
    }

    /// What was recorded for the day was wrong.
    void become(Kind kind, @Nullable String newDecision, Instant now) {
        category = kind.category;
        status = kind.status;
        decision = newDecision;
        recordedAt = now;
    }

    /// The one that holds on a day; before the first one, the first.
    ///
    /// @param standings by day, at least one
    static Standing on(LocalDate day, List<Standing> standings) {
        return standings.stream()
                .filter(each -> !each.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(standings::getFirst);
    }

    /// The first day after this one on which another begins.
    static Optional<LocalDate> nextAfter(LocalDate day, List<Standing> standings) {
        return standings.stream()
                .map(Standing::validFrom)
                .filter(from -> from.isAfter(day))
                .findFirst();
    }

    UUID memberId() {
        return key.memberId;
    }

    LocalDate validFrom() {
        return key.validFrom;
    }

    Kind kind() {
        return new Kind(category, status);
    }

    @Nullable
    String decision() {
        return decision;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
