package vn.tiendo.registrations.exemplar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.exemplar.NominationApi.QuotaLine;

/// What plans ask for and which units owe it: never written by HTTP, whichever of the two events came first.
@ApplicationScoped
class QuotaRepository {

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    EntityManager entities;

    @Produces
    @Singleton
    KeptPaths pathsOfDebts() {
        return new KeptPaths("nomination_debt", "organisation_path");
    }

    /// @param form COLLECTIVE, INDIVIDUAL or MODEL; another word or none admits every form
    record Quota(
            UUID obligationId,
            UUID planId,
            @Nullable String form,
            @Nullable Integer minCount,
            @Nullable Integer maxCount,
            @Nullable UUID replaces) {

        boolean admits(NominationForm wanted) {
            return form == null
                    || Arrays.stream(NominationForm.values())
                            .noneMatch(known -> known.name().equals(form))
                    || form.equals(wanted.name());
        }
    }

    /// @param year the year of the occurrence; absent when it is owed once, whenever that is
    record Debt(
            UUID assignmentId,
            UUID obligationId,
            UUID organisationId,
            String occurrence,
            @Nullable Integer year,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt) {}

    /// A debt that is open, and what it asks for.
    ///
    /// @param year as that of [Debt]
    record Owed(Quota quota, @Nullable Integer year) {}

    void put(Quota quota) {
        entities.createNativeQuery("""
            insert into nomination_quota (obligation_id, plan_id, form, min_count, max_count,
              replaces_id)
            values (?1, ?2, ?3, cast(?4 as integer), cast(?5 as integer), cast(?6 as uuid))
            on conflict (obligation_id) do update set plan_id = excluded.plan_id, form = excluded.form,
              min_count = excluded.min_count, max_count = excluded.max_count,
              replaces_id = excluded.replaces_id\
            """)
                .setParameter(1, quota.obligationId)
                .setParameter(2, quota.planId)
                .setParameter(3, quota.form)
                .setParameter(4, quota.minCount)
                .setParameter(5, quota.maxCount)
                .setParameter(6, quota.replaces)
                .executeUpdate();
    }

    void put(Debt debt) {
        entities.createNativeQuery("""
            insert into nomination_debt (id, obligation_id, organisation_id, organisation_path, occurrence,
              year, due_at, closed_at)
            values (?1, ?2, ?3, (select path from reach_organisation where id = ?3), ?4,
              cast(?5 as integer), cast(?6 as timestamptz), cast(?7 as timestamptz))
            on conflict (id) do update set obligation_id = excluded.obligation_id,
              occurrence = excluded.occurrence, year = excluded.year, due_at = excluded.due_at,
              closed_at = excluded.closed_at\
            """)
                .setParameter(1, debt.assignmentId)
                .setParameter(2, debt.obligationId)
                .setParameter(3, debt.organisationId)
                .setParameter(4, debt.occurrence)
                .setParameter(5, debt.year)
                .setParameter(6, debt.dueAt)
                .setParameter(7, debt.closedAt)
                .executeUpdate();
    }

    /// Gives paths to debts whose organisation was not known when they came.
    void fillPaths(int limit) {
        entities.createNativeQuery("""
            update nomination_debt t set organisation_path = o.path from reach_organisation o
             where o.id = t.organisation_id and t.organisation_path is null
               and t.id in (select d.id from nomination_debt d
                              join reach_organisation r on r.id = d.organisation_id
                             where d.organisation_path is null limit ?1)\
            """).setParameter(1, limit).executeUpdate();
    }

    /// What the unit owes for the obligation in the year. With `lock` the debt is held to the end of the transaction.
    Optional<Owed> owedBy(UUID organisation, UUID obligation, int year, boolean lock) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
            select q.obligation_id, q.plan_id, q.form, q.min_count, q.max_count, q.replaces_id, d.year
              from nomination_debt d join nomination_quota q on q.obligation_id = d.obligation_id
             where d.organisation_id = ?1 and d.obligation_id = ?2 and (d.year is null or d.year = ?3)
               and d.closed_at is null
             order by d.id\
            """ + (lock ? " for update of d" : ""), Tuple.class)
                .setParameter(1, organisation)
                .setParameter(2, obligation)
                .setParameter(3, year)
                .getResultList();
        return rows.stream()
                .map(row -> new Owed(
                        new Quota(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, String.class),
                                row.get(3, Integer.class),
                                row.get(4, Integer.class),
                                row.get(5, UUID.class)),
                        row.get(6, Integer.class)))
                .findFirst();
    }

    /// How far the units in reach have come with what they owe.
    List<QuotaLine> page(Reach reach, @Nullable Integer year, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(FIRST));
        var ofYear = "";
        if (year != null) {
            ofYear = " and (d.year is null or d.year = :year)";
            parameters.put("year", year);
        }
        var query =
                entities.createNativeQuery("""
                    with owed as (
                      select d.id, d.organisation_id, d.obligation_id, q.plan_id, d.occurrence, d.year, q.form,
                             d.due_at, q.min_count, q.max_count
                        from nomination_debt d join nomination_quota q on q.obligation_id = d.obligation_id
                       where d.closed_at is null and d.id > :after and %s%s
                       order by d.id limit :most)
                    select o.id, o.organisation_id, o.obligation_id, o.plan_id, o.occurrence, o.form, o.due_at,
                           o.min_count, o.max_count,
                           cast(count(n.id) filter (where n.status <> 'REJECTED') as int),
                           cast(count(n.id) filter (where n.status not in ('PROPOSED', 'REJECTED')) as int),
                           cast(count(n.id) filter (where n.status in ('REPORTED', 'COMMENDED', 'FOLLOWED_UP')) as int),
                           cast(count(n.id) filter (where n.status in ('COMMENDED', 'FOLLOWED_UP')) as int)
                      from owed o left join nomination n on n.obligation_id = o.obligation_id
                       and n.organisation_id = o.organisation_id and (o.year is null or n.year = o.year)
                     group by o.id, o.organisation_id, o.obligation_id, o.plan_id, o.occurrence, o.form, o.due_at,
                           o.min_count, o.max_count
                     order by o.id\
                    """.formatted(reach.condition("d.organisation_path"), ofYear), Tuple.class);
        parameters.forEach(query::setParameter);
        query.setParameter("most", page.lookFor());
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(QuotaRepository::line).toList();
    }

    private static QuotaLine line(Tuple row) {
        var min = row.get(7, Integer.class);
        var reported = row.get(11, Integer.class);
        return new QuotaLine(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, UUID.class),
                row.get(3, UUID.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Instant.class),
                min,
                row.get(8, Integer.class),
                row.get(9, Integer.class),
                row.get(10, Integer.class),
                reported,
                row.get(12, Integer.class),
                Math.max(0, Objects.requireNonNullElse(min, 1) - reported));
    }

    /// The year that a label such as `2024` or `2024-Q1` begins with.
    static @Nullable Integer yearOf(String occurrence) {
        return occurrence.matches("\\d{4}(\\D.*)?") ? Integer.valueOf(occurrence.substring(0, 4)) : null;
    }
}
