package vn.tiendo.registrations.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

/// Reads ratings that are the caller's own or of organisations in reach.
@ApplicationScoped
class RatingRepository implements PanacheRepositoryBase<Rating, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID NOBODY = new UUID(0, 0);

    @Produces
    @Singleton
    KeptPaths pathsOfRatings() {
        return new KeptPaths("rating", "organisation_path");
    }

    /// What a list is narrowed to.
    record Filter(
            @Nullable UUID group,
            @Nullable Integer year,
            @Nullable Integer quarter,
            @Nullable RatingStatus status) {}

    /// @param self the member as whom the caller signs in
    Optional<Rating> find(UUID id, @Nullable UUID self, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        parameters.put("self", self == null ? NOBODY : self);
        return find("id = :id and (memberId = :self or " + reach.condition("organisationPath") + ")", parameters)
                .firstResultOptional();
    }

    List<Rating> pageOfOwn(UUID self, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("self", self);
        return page("memberId = :self", parameters, filter, page);
    }

    List<Rating> page(Reach reach, Filter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        return page(reach.condition("organisationPath"), parameters, filter, page);
    }

    private List<Rating> page(String condition, HashMap<String, Object> parameters, Filter filter, PageRequest page) {
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var where = new StringBuilder(condition).append(" and id > :after");
        if (filter.group != null) {
            where.append(" and groupId = :group");
            parameters.put("group", filter.group);
        }
        if (filter.year != null) {
            where.append(" and period.year = :year");
            parameters.put("year", filter.year);
        }
        if (filter.quarter != null) {
            where.append(" and period.quarter = :quarter");
            parameters.put("quarter", filter.quarter);
        }
        if (filter.status != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status);
        }
        return find("where " + where + " order by id", parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    List<Rating> ofGroup(UUID group, Collection<UUID> ids) {
        return list("groupId = ?1 and id in ?2 order by id", group, ids);
    }

    Optional<Rating> ofCollective(UUID organisation, RatingPeriod period) {
        return find(
                        "organisationId = ?1 and period.year = ?2 and period.quarter = ?3 and subject = ?4"
                                + " and setAsideAt is null",
                        organisation,
                        period.year(),
                        period.quarter(),
                        RatingSubject.COLLECTIVE)
                .firstResultOptional();
    }

    /// Those of the quarters of the year, which feed the rating of the year.
    List<Rating> quartersOf(Rating year) {
        var same = year.memberId() == null ? "memberId is null and organisationId = ?4" : "memberId = ?4";
        return list(
                "period.year = ?1 and period.quarter > 0 and subject = ?2 and side = ?3 and setAsideAt is null and "
                        + same + " order by period.quarter",
                year.period().year(),
                year.subject(),
                year.side(),
                year.memberId() == null ? year.organisationId() : year.memberId());
    }

    List<Rating> ofMember(UUID member) {
        return list("memberId = ?1 order by id", member);
    }
}
