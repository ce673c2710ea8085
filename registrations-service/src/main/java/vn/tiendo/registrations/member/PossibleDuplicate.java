package vn.tiendo.registrations.member;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.registrations.member.MemberApi.DuplicateDecision;

/// Two members that may be one person: the same name and birth date at one organisation. A human decides.
@Entity
class PossibleDuplicate {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID firstId;
    private UUID secondId;
    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DuplicateDecision decision;

    private @Nullable Instant decidedAt;

    protected PossibleDuplicate() {}

    void decide(DuplicateDecision made, Instant now) {
        if (decision != null) {
            throw new MemberProblem.DuplicateDecided();
        }
        decision = made;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID firstId() {
        return firstId;
    }

    UUID secondId() {
        return secondId;
    }

    Instant foundAt() {
        return foundAt;
    }

    @Nullable
    DuplicateDecision decision() {
        return decision;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }
}
