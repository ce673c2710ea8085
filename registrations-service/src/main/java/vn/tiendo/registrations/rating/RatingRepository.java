package vn.tiendo.registrations.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
            where.append(" and year = :year");
            parameters.put("year", filter.year);
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

    Optional<Rating> ofCollective(UUID organisation, int year) {
        return find("organisationId = ?1 and year = ?2 and subject = ?3", organisation, year, RatingSubject.COLLECTIVE)
                .firstResultOptional();
    }

    /// Of the organisations, those whose own rating is decided.
    long decidedCollectives(Collection<UUID> organisations, int year) {
        return count(
                "organisationId in ?1 and year = ?2 and subject = ?3 and decidedAt is not null",
                organisations,
                year,
                RatingSubject.COLLECTIVE);
    }

    /// How many ratings below each of these are not decided: of collectives, or of heads.
    Map<UUID, Long> undecidedBelow(Collection<UUID> ratings, RatingSubject subject) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                    select r.id, count(u.id) from rating r join rating u
                        on u.year = r.year and u.subject = ?2 and u.decided_at is null
                       and u.organisation_path > r.organisation_path
                       and u.organisation_path < left(r.organisation_path, length(r.organisation_path) - 1) || '0'
                       and (u.subject = 'COLLECTIVE' or u.head)
                     where r.id = any(?1) group by r.id\
                    """, Tuple.class)
                .setParameter(1, ratings.toArray(UUID[]::new))
                .setParameter(2, subject.name())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    /// Whether the rating of a superior of one of the paths is decided: of a collective, or of a head.
    boolean isDecidedAbove(Collection<String> ancestors, int year, RatingSubject subject) {
        return !ancestors.isEmpty()
                && count(
                                "organisationPath in ?1 and year = ?2 and subject = ?3 and decidedAt is not null"
                                        + " and (head or subject = ?4)",
                                ancestors,
                                year,
                                subject,
                                RatingSubject.COLLECTIVE)
                        > 0;
    }

    /// A member has one rating a year, so that one that the other has too stays where it is.
    void passOn(UUID from, UUID to) {
        getEntityManager()
                .createQuery("""
                        update versioned Rating r set r.memberId = :to
                         where r.memberId = :from
                           and not exists (select 1 from Rating o where o.memberId = :to and o.year = r.year)""")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
