package vn.tiendo.registrations.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;

/// One member, reviewed on a day before a cell, for a year. What was said there is not kept here.
@Entity
class MemberReview {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID memberId;
    private int year;
    private UUID organisationId;
    private String organisationPath;
    private LocalDate heldOn;
    private Instant recordedAt;
    private String recordedBy;
    private @Nullable Instant cancelledAt;
    private @Nullable String cancellationReason;

    protected MemberReview() {}

    MemberReview(UUID member, KnownOrganisation cell, Sitting sitting, String author, Instant now) {
        memberId = member;
        organisationId = cell.id();
        organisationPath = cell.path();
        year = sitting.year();
        heldOn = sitting.heldOn();
        recordedAt = now;
        recordedBy = author;
    }

    void cancel(String reason, Instant now) {
        if (cancelledAt != null) {
            throw new MemberReviewProblem.ReviewCancelled();
        }
        cancelledAt = now;
        cancellationReason = reason;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID memberId() {
        return memberId;
    }

    int year() {
        return year;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    @Nullable
    String cancellationReason() {
        return cancellationReason;
    }
}
