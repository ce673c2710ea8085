package vn.tiendo.registrations.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads peer groups of organisations in reach.
@ApplicationScoped
class RatingGroupRepository implements PanacheRepositoryBase<RatingGroup, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    @Produces
    @Singleton
    KeptPaths pathsOfRatingGroups() {
        return new KeptPaths("rating_group", "organisation_path");
    }

    Optional<RatingGroup> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    /// Held to the end of the transaction: acts of deciding in one group come one after the other.
    RatingGroup lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Groups of an organisation and period that may give more of the capped grade.
    List<RatingGroup> lockRaised(UUID organisation, RatingPeriod period) {
        return find(
                        "organisationId = ?1 and period.year = ?2 and period.quarter = ?3 and capRaisedAt is not null"
                                + " order by id",
                        organisation,
                        period.year(),
                        period.quarter())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<RatingGroup> page(Reach reach, @Nullable Integer year, @Nullable Integer quarter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var ofPeriod = "";
        if (year != null) {
            ofPeriod = " and period.year = :year";
            parameters.put("year", year);
        }
        if (quarter != null) {
            ofPeriod += " and period.quarter = :quarter";
            parameters.put("quarter", quarter);
        }
        return find(
                        "where id > :after and " + reach.condition("organisationPath") + ofPeriod + " order by id",
                        parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }
}
