package vn.tiendo.registrations.rating;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is objected to a rating, and what verifying it again has found.
@Embeddable
class Objection {

    @Enumerated(EnumType.STRING)
    private ComplaintState complaint = ComplaintState.NONE;

    private @Nullable String complaintText;
    private @Nullable Instant complainedAt;
    private @Nullable String verification;
    private @Nullable Instant verifiedAt;

    protected Objection() {}

    static Objection none() {
        return new Objection();
    }

    void raise(String text, Instant now) {
        requireNotOpen();
        complaint = ComplaintState.OPEN;
        complaintText = text;
        complainedAt = now;
    }

    void verify(boolean upheld, String words, Instant now) {
        if (complaint != ComplaintState.OPEN) {
            throw new RatingProblem.NoComplaintOpen();
        }
        complaint = upheld ? ComplaintState.UPHELD : ComplaintState.DISMISSED;
        verification = words;
        verifiedAt = now;
    }

    boolean isUpheld() {
        return complaint == ComplaintState.UPHELD;
    }

    /// What was upheld has been decided, or decided anew.
    void settle() {
        if (isUpheld()) {
            complaint = ComplaintState.SETTLED;
        }
    }

    void requireNotOpen() {
        if (complaint == ComplaintState.OPEN) {
            throw new RatingProblem.ComplaintOpen();
        }
    }

    void requireDone() {
        requireNotOpen();
        if (isUpheld()) {
            throw new RatingProblem.ComplaintOpen();
        }
    }

    ComplaintState state() {
        return complaint;
    }

    @Nullable
    String text() {
        return complaintText;
    }

    @Nullable
    String verification() {
        return verification;
    }
}
