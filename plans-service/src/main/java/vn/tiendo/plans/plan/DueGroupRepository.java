package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.calendar.CalendarShift;
import vn.tiendo.plans.organisation.TreePath;

/// Finds the open assignments that a change of the calendar may touch, without reading them one by one.
@ApplicationScoped
class DueGroupRepository {

    private static final String LEVEL =
            "case when starts_with(a.organisation_path, a.plan_path) then length(a.organisation_path) else 0 end";

    /// The closures that hold for each organisation, worked out once for all its assignments.
    private static final String PLACES = """
        with place as materialized (
          select o.id, string_agg(cast(c.organisation_id as text), ',' order by above.path) as closures
            from working_calendar c
            join reach_organisation above on above.id = c.organisation_id
            join reach_organisation o
              on o.path >= above.path and o.path < substr(above.path, 1, length(above.path) - 1) || '0'
           group by o.id),
        """;

    /// The obligations whose days the calendar decides: those of plans that roll days off, those due on the
    /// last working day of a month, and those that lower levels owe so many working days earlier.
    private static final String FOLLOWING = """
        following as materialized (
          select o.id from obligation o join plan p on p.id = o.plan_id
           where p.issued_at is not null
             and (p.roll_off <> 'NONE' or cast(o.deadline as jsonb) -> 'recurrence' ->> 'lastWorkingDay' = 'true'
               or cast(o.slack as jsonb) ->> 'unit' = 'WORKING_DAYS'))
        """;

    private static final String CLOSURES = "coalesce(place.closures, '')";

    /// Open, dated by the calendar, in the subtree, and due on a day that counts; the range of `sort_due` finds the
    /// index.
    private static final String TOUCHED = """
        not a.accepted and a.waived_at is null and a.closed_at is null and a.transferred_at is null
        and not a.due_by_hand and a.obligation_id in (select id from following)
        and a.sort_due > :first and a.sort_due <= :last and a.due_day in (select cast(d.day as date) from unnest(cast(:days as text[])) d(day))
        and a.organisation_path >= :from and a.organisation_path < :to""";

    private static final String BEHIND_ALL_PATHS = "~";

    @Inject
    EntityManager entities;

    record Due(UUID assignmentId, UUID organisationId, DueGroup group) {}

    List<DueGroup> touched(CalendarShift shift) {
        var days = shift.touchedDays(mostWorkingDaysEarlier());
        if (days.isEmpty()) {
            return List.of();
        }
        var query =
                entities.createNativeQuery(PLACES + FOLLOWING + """
            select a.plan_id, a.obligation_id, a.occurrence, a.due_day, %s as level, %s as closures,
                   min(a.organisation_path), count(*)
              from assignment a left join place on place.id = a.organisation_id
             where %s
             group by 1, 2, 3, 4, 5, 6""".formatted(LEVEL, CLOSURES, TOUCHED), Tuple.class);
        bind(query, shift, days);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new DueGroup(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, LocalDate.class),
                        row.get(4, Integer.class),
                        row.get(5, String.class),
                        row.get(6, String.class),
                        row.get(7, Long.class)))
                .toList();
    }

    /// So many working days earlier than its document says a deadline ends at the deepest level.
    private int mostWorkingDaysEarlier() {
        return ((Number) entities.createNativeQuery("""
                         select coalesce(max(cast(cast(o.slack as jsonb) ->> 'value' as integer)), 0)
                              * (select coalesce(max(length(path)), 0) / :segment from reach_organisation)
                           from obligation o join plan p on p.id = o.plan_id
                          where p.issued_at is not null and cast(o.slack as jsonb) ->> 'unit' = 'WORKING_DAYS'\
                         """)
                        .setParameter("segment", TreePath.SEGMENT_LENGTH)
                        .getSingleResult())
                .intValue();
    }

    /// The assignments of some groups behind an id, in the order of ids.
    List<Due> page(CalendarShift shift, List<DueGroup> groups, UUID after, int limit) {
        if (groups.isEmpty()) {
            return List.of();
        }
        var query =
                entities.createNativeQuery(PLACES + FOLLOWING + """
            select a.id, a.organisation_id, g.n
              from assignment a left join place on place.id = a.organisation_id
              join unnest(cast(:obligations as uuid[]), cast(:occurrences as text[]), cast(:dues as date[]),
                          cast(:levels as int[]), cast(:closures as text[]))
                   with ordinality g(obligation_id, occurrence, due, level, closures, n)
                on g.obligation_id = a.obligation_id and g.occurrence = a.occurrence
               and g.due = a.due_day and g.level = %s and g.closures = %s
             where a.id > :after and %s
             order by a.id limit :limit""".formatted(LEVEL, CLOSURES, TOUCHED), Tuple.class);
        bind(
                query,
                shift,
                groups.stream().map(DueGroup::dueDay).distinct().sorted().toList());
        var parameters = new HashMap<String, Object>(Map.of("after", after, "limit", limit));
        parameters.put(
                "obligations", groups.stream().map(DueGroup::obligationId).toArray(UUID[]::new));
        parameters.put("occurrences", groups.stream().map(DueGroup::occurrence).toArray(String[]::new));
        parameters.put(
                "dues", groups.stream().map(group -> group.dueDay().toString()).toArray(String[]::new));
        parameters.put("levels", groups.stream().map(DueGroup::level).toArray(Integer[]::new));
        parameters.put("closures", groups.stream().map(DueGroup::closures).toArray(String[]::new));
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Due(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        groups.get(Math.toIntExact(row.get(2, Long.class)) - 1)))
                .toList();
    }

    private static void bind(Query query, CalendarShift shift, List<LocalDate> days) {
        query.setParameter("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .setParameter("first", Days.startOf(days.getFirst()))
                .setParameter("last", Days.endOf(days.getLast()))
                .setParameter("from", shift.path())
                .setParameter("to", shift.path().isEmpty() ? BEHIND_ALL_PATHS : Reach.endOf(shift.path()));
    }
}
