package vn.tiendo.plans.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// How an organisation was called and where it stood from one day to another, both included.
///
/// The path is the one of that period, so the tree of a past day is one range over the periods valid on it.
@Entity
public class OrganisationPeriod {

    @Id
    private UUID id;

    private UUID organisationId;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String name;
    private String kind;
    private @Nullable UUID parentId;
    private String path;

    protected OrganisationPeriod() {}

    OrganisationPeriod(Organisation organisation) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.validFrom = organisation.validFrom();
        this.validTo = organisation.validTo();
        this.name = organisation.name();
        this.kind = organisation.kind();
        this.parentId = organisation.parentId();
        this.path = organisation.path();
    }

    UUID organisationId() {
        return organisationId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    String path() {
        return path;
    }
}
