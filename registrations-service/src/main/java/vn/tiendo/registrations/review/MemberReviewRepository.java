package vn.tiendo.registrations.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.review.MemberReviewApi.MissingMember;

/// Reads reviews of cells in reach, and who of their members has none.
@ApplicationScoped
class MemberReviewRepository implements PanacheRepositoryBase<MemberReview, UUID> {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String RECORDED_TWICE = "Trùng với bản ghi của cùng một người";

    /// Party members who take part: who is exempt from activity is not reviewed.
    private static final String TO_BE_REVIEWED = """
        m.category = 'PARTY_MEMBER' and m.status <> 'EXEMPT_FROM_ACTIVITY'
          and s.valid_from <= :day and (s.valid_to is null or s.valid_to >= :day)\
        """;

    private static final String REVIEWED = """
        exists (select 1 from member_review r
                 where r.member_id = m.id and r.year = :year and r.cancelled_at is null)\
        """;

    @Produces
    @Singleton
    KeptPaths pathsOfReviews() {
        return new KeptPaths("member_review", "organisation_path");
    }

    Optional<MemberReview> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    /// Of the members, those already recorded for the day and cell.
    Set<UUID> recorded(UUID cell, LocalDate heldOn, Collection<UUID> members) {
        return new HashSet<>(getEntityManager()
                .createQuery("""
                    select r.memberId from MemberReview r
                     where r.organisationId = :cell and r.heldOn = :day and r.cancelledAt is null
                       and r.memberId in :members\
                    """, UUID.class)
                .setParameter("cell", cell)
                .setParameter("day", heldOn)
                .setParameter("members", members)
                .getResultList());
    }

    List<MemberReview> page(Reach reach, @Nullable Integer year, @Nullable UUID member, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var where = reach.condition("organisationPath");
        if (member != null) {
            where += " and memberId = :member";
            parameters.put("member", member);
        }
        return page(where, parameters, year, page);
    }

    List<MemberReview> pageOfMember(UUID member, @Nullable Integer year, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("member", member);
        return page("memberId = :member", parameters, year, page);
    }

    private List<MemberReview> page(
            String condition, HashMap<String, Object> parameters, @Nullable Integer year, PageRequest page) {
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var ofYear = "";
        if (year != null) {
            ofYear = " and year = :year";
            parameters.put("year", year);
        }
        return find("where " + condition + ofYear + " and id > :after order by id", parameters)
                .range(0, page.lookFor() - 1)
                .list();
    }

    /// Each member once, under the first of its cells in reach.
    List<MissingMember> missing(Reach reach, int year, LocalDate day, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("year", year);
        parameters.put("day", day);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        parameters.put("most", page.lookFor());
        var query = getEntityManager()
                .createNativeQuery(
                        """
                        select distinct on (m.id) m.id, m.name, s.organisation_id
                          from membership s join member m on m.id = s.member_id
                         where %s and m.id > :after and %s and not %s
                         order by m.id, s.ordinal limit :most\
                        """.formatted(reach.condition("s.organisation_path"), TO_BE_REVIEWED, REVIEWED), Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new MissingMember(row.get(0, UUID.class), row.get(1, String.class), row.get(2, UUID.class)))
                .toList();
    }

    /// How many are to be reviewed in one cell, and how many of these were.
    record Coverage(int members, int reviewed) {}

    /// Of the cell itself, so that it costs no more in a large tree.
    Coverage coverage(UUID cell, int year, LocalDate day) {
        var row = (Tuple) getEntityManager()
                .createNativeQuery("""
                    select cast(count(distinct m.id) as int),
                           cast(count(distinct m.id) filter (where %s) as int)
                      from membership s join member m on m.id = s.member_id
                     where s.organisation_id = :cell and %s\
                    """.formatted(REVIEWED, TO_BE_REVIEWED), Tuple.class)
                .setParameter("cell", cell)
                .setParameter("year", year)
                .setParameter("day", day)
                .getSingleResult();
        return new Coverage(row.get(0, Integer.class), row.get(1, Integer.class));
    }

    /// All of them. What both were recorded for is struck out of one, so that it stands once.
    void passOn(UUID from, UUID to, Instant now) {
        getEntityManager()
                .createQuery("""
                        update versioned MemberReview r set r.cancelledAt = :now, r.cancellationReason = :reason
                         where r.memberId = :from and r.cancelledAt is null
                           and exists (select 1 from MemberReview o where o.memberId = :to
                             and o.organisationId = r.organisationId and o.heldOn = r.heldOn and o.cancelledAt is null)""")
                .setParameter("now", now)
                .setParameter("reason", RECORDED_TWICE)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        getEntityManager()
                .createQuery("update versioned MemberReview r set r.memberId = :to where r.memberId = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
