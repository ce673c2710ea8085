package vn.tiendo.reporting.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Aggregation;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.IndicatorType;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.Value;

/// Adds up the figures of the included units, those aside that are in the figures of a unit above them: one statement
/// for each way of adding up, whatever the number of units.
@ApplicationScoped
class UnitFigures {

    private static final String FROM = """

        from consolidation_unit u
        join report_content c on c.report_id = u.unit_report_id and c.edition = u.unit_edition
        join report_figure f on f.report_content_id = c.id\
        """;

    private static final int AT_ONCE = 200;

    private static final String WHERE =
            " where u.report_id = :report and u.edition = :edition and u.included and not u.contained";

    @Inject
    EntityManager entities;

    /// @param units how many of them have a value
    record Total(
            Cell cell,
            @Nullable BigDecimal number,
            @Nullable String text,
            @Nullable String rows,
            long units) {}

    List<Total> sums(UUID report, int edition, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : totals(
                        entities.createNativeQuery(
                                        "select f.code, f.breakdown, sum(f.value), cast(null as text), cast(null as"
                                                + " text), count(*)"
                                                + FROM + WHERE
                                                + " and f.code in :codes and f.value is not null group by f.code,"
                                                + " f.breakdown",
                                        Tuple.class)
                                .setParameter("codes", codes),
                        report,
                        edition);
    }

    /// Units whose weight is missing do not weigh at all.
    List<Total> means(UUID report, int edition, Map<String, String> weights) {
        var totals = new ArrayList<Total>();
        weights.forEach((code, weight) -> totals.addAll(totals(
                entities.createNativeQuery(
                                "select f.code, f.breakdown, sum(f.value * w.value) / nullif(sum(w.value), 0),"
                                        + " cast(null as text), cast(null as text), count(*)" + FROM
                                        + " join report_figure w on w.report_content_id = c.id and w.code = :weight"
                                        + " and w.breakdown = ''" + WHERE
                                        + " and f.code = :code and f.value is not null and w.value is not null"
                                        + " group by f.code, f.breakdown",
                                Tuple.class)
                        .setParameter("code", code)
                        .setParameter("weight", weight),
                report,
                edition)));
        return totals;
    }

    List<Total> latest(UUID report, int edition, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : totals(
                        entities.createNativeQuery(
                                        "select distinct on (f.code, f.breakdown) f.code, f.breakdown, f.value,"
                                                + " f.text_value, f.table_rows, cast(1 as bigint)" + FROM
                                                + " join report r on r.id = u.unit_report_id" + WHERE
                                                + " and f.code in :codes"
                                                + " order by f.code, f.breakdown, r.accepted_at desc, r.id desc",
                                        Tuple.class)
                                .setParameter("codes", codes),
                        report,
                        edition);
    }

    /// @param unfitting by the report of the unit, the codes of its tables that have other columns
    record Tables(Map<String, TableSum> sums, Map<UUID, List<String>> unfitting) {}

    /// The tables of each code added up, a unit's at a time in memory. What a unit wrote with another version of the
    /// template, and does not fit into these columns, is left out as a whole and named.
    Tables tables(UUID report, int edition, TemplateDefinition template) {
        var tables = new Tables(new LinkedHashMap<>(), new LinkedHashMap<>());
        template.indicators().stream()
                .filter(indicator ->
                        indicator.type() == IndicatorType.TABLE && indicator.aggregation() == Aggregation.SUM)
                .forEach(indicator -> tables.sums.put(indicator.code(), new TableSum(indicator.columns())));
        if (tables.sums.isEmpty()) {
            return tables;
        }
        var check = new DraftCheck(template);
        var query = entities.createNativeQuery(
                        "select f.code, f.table_rows, r.id" + FROM + " join report r on r.id = u.unit_report_id" + WHERE
                                + " and f.code in :codes and f.breakdown = '' and f.table_rows is not null"
                                + " order by r.accepted_at, r.id",
                        Tuple.class)
                .setParameter("codes", tables.sums.keySet())
                .setParameter("report", report)
                .setParameter("edition", edition)
                .setHint(AvailableHints.HINT_FETCH_SIZE, AT_ONCE);
        try (Stream<?> rows = query.getResultStream()) {
            rows.map(Tuple.class::cast).forEach(row -> {
                var code = row.get(0, String.class);
                var table = Objects.requireNonNull(UnitPages.ROWS.convertToEntityAttribute(row.get(1, String.class)));
                if (check.misfit(Cell.of(code), new Value(null, null, table)).isEmpty()) {
                    Objects.requireNonNull(tables.sums.get(code)).add(table);
                } else {
                    tables.unfitting
                            .computeIfAbsent(row.get(2, UUID.class), each -> new ArrayList<>())
                            .add(code);
                }
            });
        }
        return tables;
    }

    private static List<Total> totals(Query query, UUID report, int edition) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.setParameter("report", report)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new Total(
                        new Cell(row.get(0, String.class), row.get(1, String.class)),
                        row.get(2, BigDecimal.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Long.class)))
                .toList();
    }
}
