package vn.tiendo.reporting.consolidation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitFigure;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitNarrative;
import vn.tiendo.reporting.consolidation.ConsolidationApi.UnitView;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.JsonText;
import vn.tiendo.reporting.regime.RowKey;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.TemplateDefinition.Column;
import vn.tiendo.reporting.regime.Value;
import vn.tiendo.reporting.report.Origin;

/// Lists what a consolidation is made of, unit by unit, in the order of the ids of their reports.
@ApplicationScoped
class UnitPages {

    static final RowsText ROWS = new RowsText();

    private static final String UNIT = """

        from consolidation_unit u
        join report r on r.id = u.unit_report_id
        left join reach_organisation o on o.id = u.organisation_id\
        """;

    private static final String WHERE =
            " where u.report_id = :report and u.edition = :edition and u.unit_report_id > :after";

    private static final String IN_ORDER = " order by u.unit_report_id";

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    static final class RowsText extends JsonText<List<List<String>>> {
        RowsText() {
            super(new TypeReference<>() {});
        }
    }

    List<UnitView> units(Consolidation of, @Nullable Boolean included, PageRequest page) {
        var query = entities.createNativeQuery(
                "select u.unit_report_id, u.organisation_id, coalesce(o.name, ''), coalesce(o.valid_to < :today, false),"
                        + " u.status,"
                        + " u.included, u.late, u.unit_edition, u.included and r.submitted_edition > u.unit_edition,"
                        + " u.contained, u.unfitting"
                        + UNIT
                        + WHERE + (included == null ? "" : " and u.included = " + included) + IN_ORDER,
                Tuple.class);
        query.setParameter("today", Days.dayOf(clock.instant()));
        return rows(query, of, page).stream()
                .map(row -> new UnitView(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        row.get(4, String.class),
                        row.get(5, Boolean.class),
                        row.get(6, Boolean.class),
                        row.get(5, Boolean.class) ? row.get(7, Integer.class) : null,
                        row.get(8, Boolean.class),
                        row.get(9, Boolean.class),
                        Objects.requireNonNull(
                                ConsolidationRepository.CODES.convertToEntityAttribute(row.get(10, String.class)))))
                .toList();
    }

    List<UnitFigure> figures(Consolidation of, Cell cell, PageRequest page) {
        return figures(of, cell, "", Map.of(), page);
    }

    /// Of a table, the rows with one key alone, and only the units that have such.
    List<UnitFigure> figuresOfRow(Consolidation of, Cell cell, RowKey key, List<Column> columns, PageRequest page) {
        var parameters = new LinkedHashMap<String, String>();
        var same = new ArrayList<String>();
        var positions = RowKey.positions(columns);
        for (int i = 0; i < positions.size(); i++) {
            same.add(RowKey.tidySql("line ->> " + positions.get(i)) + " = :key" + i);
            parameters.put("key" + i, key.cells().get(i));
        }
        var having = " and exists (select 1 from jsonb_array_elements(cast(f.table_rows as jsonb)) line where "
                + String.join(" and ", same) + ")";
        return figures(of, cell, having, parameters, page).stream()
                .map(figure -> figure.withRows(Objects.requireNonNull(figure.rows()).stream()
                        .filter(row -> RowKey.of(row, columns).equals(key))
                        .toList()))
                .toList();
    }

    private List<UnitFigure> figures(
            Consolidation of, Cell cell, String having, Map<String, String> parameters, PageRequest page) {
        var query = entities.createNativeQuery(
                        "select u.unit_report_id, u.organisation_id, coalesce(o.name, ''), u.unit_edition, f.value,"
                                + " f.text_value, f.table_rows, f.entered, f.computed_from, f.computed, f.computed_of,"
                                + " n.value, n.text_value, n.table_rows" + UNIT + """

                                  join report_content c on c.report_id = u.unit_report_id and c.edition = u.unit_edition
                                  join report_figure f on f.report_content_id = c.id and f.code = :code
                                    and f.breakdown = :breakdown
                                  left join report_content d on d.report_id = u.unit_report_id
                                    and d.edition = r.submitted_edition and r.submitted_edition > u.unit_edition
                                  left join report_figure n on n.report_content_id = d.id and n.code = f.code
                                    and n.breakdown = f.breakdown and (n.value, n.text_value, n.table_rows)
                                      is distinct from (f.value, f.text_value, f.table_rows)\
                                  """ + WHERE
                                + " and u.included and not u.contained" + having + IN_ORDER,
                        Tuple.class)
                .setParameter("code", cell.code())
                .setParameter("breakdown", cell.breakdown());
        parameters.forEach(query::setParameter);
        return rows(query, of, page).stream().map(UnitPages::figure).toList();
    }

    private static UnitFigure figure(Tuple row) {
        var origin = row.get(8, String.class);
        return new UnitFigure(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                plain(row.get(4, BigDecimal.class)),
                row.get(5, String.class),
                ROWS.convertToEntityAttribute(row.get(6, String.class)),
                row.get(7, Boolean.class),
                origin == null ? null : Origin.valueOf(origin),
                plain(row.get(9, BigDecimal.class)),
                row.get(10, Long.class),
                plain(row.get(11, BigDecimal.class)),
                row.get(12, String.class),
                ROWS.convertToEntityAttribute(row.get(13, String.class)));
    }

    List<UnitNarrative> narratives(Consolidation of, SectionCode section, PageRequest page) {
        var query = entities.createNativeQuery(
                "select u.unit_report_id, u.organisation_id, coalesce(o.name, ''), c." + section.field() + UNIT
                        + " join report_content c on c.report_id = u.unit_report_id and c.edition = u.unit_edition"
                        + WHERE
                        + " and u.included and c." + section.field() + " is not null" + IN_ORDER,
                Tuple.class);
        return rows(query, of, page).stream()
                .map(row -> new UnitNarrative(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Value.of(number).number();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query, Consolidation of, PageRequest page) {
        return query.setParameter("report", of.reportId())
                .setParameter("edition", of.edition())
                .setParameter("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(page.lookFor())
                .getResultList();
    }
}
