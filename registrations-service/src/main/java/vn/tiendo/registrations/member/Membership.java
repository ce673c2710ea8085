package vn.tiendo.registrations.member;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a member belongs to an organisation, from the first day to the last, both included.
@Embeddable
class Membership {

    private UUID organisationId;
    private String organisationPath;
    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    protected Membership() {}

    Membership(UUID organisationId, String organisationPath, LocalDate validFrom, @Nullable LocalDate validTo) {
        this.organisationId = organisationId;
        this.organisationPath = organisationPath;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    boolean says(UUID organisation, LocalDate from, @Nullable LocalDate to) {
        return organisationId.equals(organisation)
                && validFrom.equals(from)
                && (validTo == null ? to == null : validTo.equals(to));
    }

    boolean lastsBeyond(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    boolean overlaps(Membership other) {
        return organisationId.equals(other.organisationId)
                && (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !validTo.isBefore(day));
    }

    /// One period for two that overlap.
    Membership joinedWith(Membership other) {
        return new Membership(
                organisationId,
                organisationPath,
                validFrom.isBefore(other.validFrom) ? validFrom : other.validFrom,
                validTo == null || other.validTo == null
                        ? null
                        : validTo.isAfter(other.validTo) ? validTo : other.validTo);
    }

    Membership until(LocalDate lastDay) {
        return new Membership(organisationId, organisationPath, validFrom, lastDay);
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
