package vn.tiendo.plans.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.plans.organisation.OrganisationProblem.ValidityReversed;

/// A relation beside the tree, from one day to another, both included.
@Entity
public class OrganisationLink {

    /// What the first organisation is to the other.
    public enum Type {
        ADVISES,
        PARTY_COMMITTEE_OF,
        COORDINATES_WITH
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;
    private UUID targetId;

    @Enumerated(EnumType.STRING)
    private Type type;

    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    protected OrganisationLink() {}

    OrganisationLink(UUID organisationId, UUID targetId, Type type, LocalDate validFrom, @Nullable LocalDate validTo) {
        this.id = Uuid7.next();
        this.organisationId = organisationId;
        this.targetId = targetId;
        this.type = type;
        this.validFrom = validFrom;
        last(validTo);
    }

    /// @param lastDay null means that no end is in sight
    void last(@Nullable LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(validFrom)) {
            throw new ValidityReversed();
        }
        validTo = lastDay;
    }

    boolean overlaps(OrganisationLink other) {
        return (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID targetId() {
        return targetId;
    }

    Type type() {
        return type;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
