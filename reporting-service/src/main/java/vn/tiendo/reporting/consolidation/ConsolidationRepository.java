package vn.tiendo.reporting.consolidation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.tiendo.reporting.regime.JsonText;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.report.ConsolidatedDrafts.Target;

/// What is kept of consolidations, and how the units stand: statements whose number does not grow with the units.
@ApplicationScoped
class ConsolidationRepository {

    private static final MergedText MERGED = new MergedText();
    private static final LeftOutText LEFT_OUT = new LeftOutText();
    static final CodesText CODES = new CodesText();

    /// The reports that are addressed to the organisation of a report, of the same sort and period, one of each
    /// organisation: what the same plan asks for first, then what is accepted. Reports that no form tells apart
    /// are of the same topic when their plans are the same, or one carries out the other.
    private static final String UNITS = """

        select distinct on (r.organisation_id) r.* from report t
          join report r on r.recipient_organisation_id = t.organisation_id and r.kind = t.kind
            and r.form is not distinct from t.form and r.period = t.period and r.id <> t.id
         where t.id = :report and r.status <> 'WITHDRAWN' and r.organisation_path is not null
           and (t.form is not null or r.plan_id = t.plan_id
             or exists (select from known_plan k where k.id = r.plan_id and k.parent_plan_id = t.plan_id)
             or exists (select from known_plan k where k.id = t.plan_id and k.parent_plan_id = r.plan_id))
         order by r.organisation_id, r.obligation_id is not distinct from t.obligation_id desc,
           r.plan_id = t.plan_id desc, r.occurrence = t.occurrence desc, r.status = 'ACCEPTED' desc,
           r.due_at desc nulls last, r.id desc\
        """;

    /// A report covers its organisation and all below it.
    private static final String CONTAINED = """
        update consolidation_unit u set contained = true
         where u.report_id = :report and u.edition = :edition and u.unit_report_id in (
           select below.id from consolidation_unit b join report below on below.id = b.unit_report_id
             cross join lateral generate_series(1, length(below.organisation_path) - 1) n
             join (select r.organisation_path as path from consolidation_unit a join report r on r.id = a.unit_report_id
                    where a.report_id = :report and a.edition = :edition and a.included) above
               on above.path = left(below.organisation_path, n)
            where b.report_id = :report and b.edition = :edition and substr(below.organisation_path, n, 1) = '/')\
        """;

    @Inject
    EntityManager entities;

    private static final class MergedText extends JsonText<Map<SectionCode, String>> {
        MergedText() {
            super(new TypeReference<>() {});
        }
    }

    private static final class LeftOutText extends JsonText<Set<SectionCode>> {
        LeftOutText() {
            super(new TypeReference<>() {});
        }
    }

    static final class CodesText extends JsonText<List<String>> {
        CodesText() {
            super(new TypeReference<>() {});
        }
    }

    record Standing(int expected, int included, int late) {}

    /// Takes anew which units there are and how their reports stand. Units are those that owe this organisation a
    /// report of the same sort, period and topic.
    Standing takeUnits(Target target, Instant now, String by) {
        entities.createNativeQuery("""
            insert into consolidation (report_id, edition, refreshed_at, refreshed_by, expected, included, late,
                merged, left_out)
            values (:report, :edition, :now, :by, 0, 0, 0, '{}', '[]')
            on conflict on constraint one_consolidation_per_edition
            do update set refreshed_at = excluded.refreshed_at, refreshed_by = excluded.refreshed_by\
            """)
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
        entities.createNativeQuery("delete from consolidation_unit where report_id = :report and edition = :edition")
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .executeUpdate();
        entities.createNativeQuery("""
            insert into consolidation_unit (report_id, edition, unit_report_id, organisation_id, unit_edition,
                status, included, late)
            select :report, :edition, r.id, r.organisation_id, r.submitted_edition, r.status,
                   r.status = 'ACCEPTED',
                   d.deadline is not null and d.deadline <= case
                     when r.status in ('EXPECTED', 'DRAFT', 'RETURNED') then :now else r.submitted_at end
              from (""" + UNITS + """
                   ) r
              cross join lateral (select case when r.returned_in_time and r.returned_until > r.due_at
                                              then r.returned_until else r.due_at end as deadline) d\
            """)
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery(CONTAINED)
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .executeUpdate();
        var row = (Tuple) entities.createNativeQuery("""
                          select cast(count(*) as int), cast(count(*) filter (where included) as int),
                                 cast(count(*) filter (where late) as int)
                            from consolidation_unit where report_id = :report and edition = :edition\
                          """, Tuple.class)
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .getSingleResult();
        return new Standing(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class));
    }

    /// @param unfitting by the report of a unit
    void nameUnfitting(Target target, Map<UUID, List<String>> unfitting) {
        if (unfitting.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
            update consolidation_unit u set unfitting = n.codes
              from unnest(cast(:reports as uuid[]), cast(:codes as text[])) n (id, codes)
             where u.report_id = :report and u.edition = :edition and u.unit_report_id = n.id""")
                .setParameter("reports", unfitting.keySet().toArray(UUID[]::new))
                .setParameter(
                        "codes",
                        unfitting.values().stream()
                                .map(CODES::convertToDatabaseColumn)
                                .toArray(String[]::new))
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .executeUpdate();
    }

    void keep(Target target, Standing standing, UnitNarratives.Merged merged, List<String> leftOutTables) {
        entities.createNativeQuery("""
            update consolidation set expected = :expected, included = :included, late = :late,
                merged = :merged, left_out = :leftOut, left_out_tables = :leftOutTables
             where report_id = :report and edition = :edition""")
                .setParameter("expected", standing.expected)
                .setParameter("included", standing.included)
                .setParameter("late", standing.late)
                .setParameter("merged", MERGED.convertToDatabaseColumn(merged.sections()))
                .setParameter("leftOut", LEFT_OUT.convertToDatabaseColumn(merged.leftOut()))
                .setParameter("leftOutTables", CODES.convertToDatabaseColumn(leftOutTables))
                .setParameter("report", target.id())
                .setParameter("edition", target.edition())
                .executeUpdate();
    }

    /// That of the edition, or of the newest one before it: a returned report goes on with its figures.
    Optional<Consolidation> find(UUID report, int edition) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                         select report_id, edition, refreshed_at, refreshed_by, expected, included, late, merged, left_out,
                                left_out_tables, (select cast(count(*) as int) from consolidation_unit u
                                  where u.report_id = c.report_id and u.edition = c.edition and u.unfitting <> '[]')
                           from consolidation c where report_id = :report and edition <= :edition
                          order by edition desc limit 1""", Tuple.class)
                .setParameter("report", report)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream().findFirst().map(ConsolidationRepository::consolidation);
    }

    private static Consolidation consolidation(Tuple row) {
        var merged = MERGED.convertToEntityAttribute(row.get(7, String.class));
        var leftOut = LEFT_OUT.convertToEntityAttribute(row.get(8, String.class));
        var leftOutTables = CODES.convertToEntityAttribute(row.get(9, String.class));
        return new Consolidation(
                row.get(0, UUID.class),
                row.get(1, Integer.class),
                row.get(2, Instant.class),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                merged == null ? new HashMap<>() : merged,
                leftOut == null ? EnumSet.noneOf(SectionCode.class) : leftOut,
                leftOutTables == null ? List.of() : leftOutTables,
                row.get(10, Integer.class));
    }

    /// Whether a unit has an accepted edition that is not included. Asked of what is included and not of instants:
    /// an acceptance may be stored after the refresh although it was begun before.
    boolean hasNewer(Consolidation held) {
        return (boolean) entities.createNativeQuery("select exists (select 1 from (" + UNITS + """
            ) r where r.status = 'ACCEPTED' and not exists (select from consolidation_unit u
              where u.report_id = :report and u.edition = :edition and u.unit_report_id = r.id and u.included
                and u.unit_edition = r.submitted_edition))\
            """, Boolean.class)
                .setParameter("report", held.reportId())
                .setParameter("edition", held.edition())
                .getSingleResult();
    }
}
