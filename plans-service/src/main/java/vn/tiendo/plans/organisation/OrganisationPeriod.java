package vn.tiendo.plans.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private String code;
    private String kind;
    private @Nullable UUID parentId;
    private String path;

    protected OrganisationPeriod() {}

    private OrganisationPeriod(
            Organisation organisation, String path, LocalDate validFrom, @Nullable LocalDate validTo) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.name = organisation.name();
        this.code = organisation.code();
        this.kind = organisation.kind();
        this.parentId = organisation.parentId();
        this.path = path;
    }

    /// The periods of a new organisation: one for each place that its superior has had since it exists.
    ///
    /// @param parents the periods of the superior by their days, none for the root
    static List<OrganisationPeriod> of(Organisation organisation, List<OrganisationPeriod> parents) {
        var periods = new ArrayList<OrganisationPeriod>();
        for (var parent : parents) {
            if ((parent.validTo != null && parent.validTo.isBefore(organisation.validFrom()))
                    || (organisation.validTo() != null && parent.validFrom.isAfter(organisation.validTo()))) {
                continue;
            }
            var path = parent.path + organisation.segment();
            var from = later(parent.validFrom, organisation.validFrom());
            var to = earlier(parent.validTo, organisation.validTo());
            if (!periods.isEmpty() && periods.getLast().path.equals(path)) {
                periods.getLast().validTo = to;
            } else {
                periods.add(new OrganisationPeriod(organisation, path, from, to));
            }
        }
        return periods.isEmpty()
                ? List.of(new OrganisationPeriod(
                        organisation, organisation.path(), organisation.validFrom(), organisation.validTo()))
                : periods;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    void correct(String as) {
        name = as;
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

    String code() {
        return code;
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
