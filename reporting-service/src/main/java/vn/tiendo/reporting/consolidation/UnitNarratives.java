package vn.tiendo.reporting.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.reporting.regime.SectionCode;

/// Puts the words of units together, each with the name of who wrote it.
@ApplicationScoped
class UnitNarratives {

    /// As much as a section holds.
    private static final int LONGEST = 20_000;

    private static final String FROM = """

        from consolidation_unit u
        join report_content c on c.report_id = u.unit_report_id and c.edition = u.unit_edition
        join reach_organisation o on o.id = u.organisation_id
        where u.report_id = :report and u.edition = :edition and u.included\
        """;

    @Inject
    EntityManager entities;

    /// @param leftOut sections that would be too long
    record Merged(Map<SectionCode, String> sections, Set<SectionCode> leftOut) {}

    /// Measured first, so that texts are only put together where they fit.
    Merged merge(UUID report, int edition) {
        var lengths =
                row("select " + each("coalesce(sum(length(o.name) + length(c.%1$s) + 4), 0)"), FROM, report, edition);
        var fitting = EnumSet.noneOf(SectionCode.class);
        var leftOut = EnumSet.noneOf(SectionCode.class);
        for (var section : SectionCode.values()) {
            var length = ((Number) lengths.get(section.ordinal())).longValue();
            if (length > LONGEST) {
                leftOut.add(section);
            } else if (length > 0) {
                fitting.add(section);
            }
        }
        var merged = new EnumMap<SectionCode, String>(SectionCode.class);
        if (!fitting.isEmpty()) {
            var texts = row(
                    "select "
                            + Arrays.stream(SectionCode.values())
                                    .map(section -> fitting.contains(section)
                                            ? "string_agg(o.name || ': ' || c.%1$s, chr(10) || chr(10) order by o.path)"
                                                    .formatted(section.field())
                                            : "cast(null as text)")
                                    .collect(Collectors.joining(", ")),
                    FROM,
                    report,
                    edition);
            fitting.forEach(section -> merged.put(section, texts.get(section.ordinal(), String.class)));
        }
        return new Merged(merged, leftOut);
    }

    private static String each(String expression) {
        return Arrays.stream(SectionCode.values())
                .map(section -> expression.formatted(section.field()))
                .collect(Collectors.joining(", "));
    }

    private Tuple row(String select, String from, UUID report, int edition) {
        return (Tuple) entities.createNativeQuery(select + from, Tuple.class)
                .setParameter("report", report)
                .setParameter("edition", edition)
                .getSingleResult();
    }
}
