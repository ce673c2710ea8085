package vn.tiendo.registrations.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// One act of consenting or withdrawing: the proof of it. Rows are only ever added; the last one of a person and
/// purpose counts.
@Entity
@Immutable
class Consent {

    @Id
    private UUID id = Uuid7.next();

    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private ConsentPurpose purpose;

    @Enumerated(EnumType.STRING)
    private ConsentAct act;

    private int textNumber;

    @Enumerated(EnumType.STRING)
    private ConsentChannel channel;

    private LocalDate actedOn;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable String evidence;

    protected Consent() {}

    private Consent(UUID memberId, ConsentPurpose purpose, ConsentAct act, int textNumber, Saying saying) {
        this.memberId = memberId;
        this.purpose = purpose;
        this.act = act;
        this.textNumber = textNumber;
        this.channel = saying.channel;
        this.actedOn = saying.on;
        this.recordedAt = saying.recordedAt;
        this.recordedBy = saying.recordedBy;
        this.evidence = saying.evidence;
    }

    /// How and when a person said something.
    ///
    /// @param on the day on which it said so; on paper it may lie back
    /// @param evidence where the paper is to be found
    record Saying(
            ConsentChannel channel,
            LocalDate on,
            Instant recordedAt,
            String recordedBy,
            @Nullable String evidence) {}

    /// @param text in force on the day on which it was said
    /// @param shown the number of the text that the person was shown
    /// @param last what the person did about the purpose before
    static Consent given(UUID member, ConsentText text, int shown, @Nullable Consent last, Saying saying) {
        if (last != null && last.act == ConsentAct.GIVEN) {
            throw new ConsentProblem.ConsentGivenAlready();
        }
        if (shown != text.number()) {
            throw new ConsentProblem.ConsentTextOutdated(shown, text.number());
        }
        if (last != null && saying.on.isBefore(last.actedOn)) {
            throw new ConsentProblem.ConsentWithdrawnSince(last.actedOn);
        }
        if (saying.channel == ConsentChannel.PAPER && (saying.evidence == null || saying.evidence.isBlank())) {
            throw new ConsentProblem.ConsentEvidenceNeeded();
        }
        return new Consent(member, text.purpose(), ConsentAct.GIVEN, text.number(), saying);
    }

    /// Takes this consent back; nothing but the wish is needed.
    Consent withdrawn(UUID member, Saying saying) {
        if (!isGiven()) {
            throw new ConsentProblem.NoConsentGiven();
        }
        return new Consent(member, purpose, ConsentAct.WITHDRAWN, textNumber, saying);
    }

    boolean isGiven() {
        return act == ConsentAct.GIVEN;
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    ConsentPurpose purpose() {
        return purpose;
    }

    ConsentAct act() {
        return act;
    }

    int textNumber() {
        return textNumber;
    }

    ConsentChannel channel() {
        return channel;
    }

    LocalDate actedOn() {
        return actedOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    @Nullable
    String evidence() {
        return evidence;
    }
}
