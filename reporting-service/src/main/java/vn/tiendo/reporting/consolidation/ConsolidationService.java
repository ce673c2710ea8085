package vn.tiendo.reporting.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.consolidation.UnitFigures.Total;
import vn.tiendo.reporting.fact.Facts;
import vn.tiendo.reporting.regime.Aggregation;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.RowKey;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.TemplateDefinition.Indicator;
import vn.tiendo.reporting.regime.Value;
import vn.tiendo.reporting.report.Computed;
import vn.tiendo.reporting.report.ConsolidatedDrafts;
import vn.tiendo.reporting.report.ConsolidatedDrafts.Consolidated;
import vn.tiendo.reporting.report.ConsolidatedDrafts.Target;
import vn.tiendo.reporting.report.Origin;

/// Refreshes consolidations and opens them down to the units. A unit that is missing keeps nothing back: it is named.
@ApplicationScoped
class ConsolidationService {

    @Inject
    ConsolidatedDrafts drafts;

    @Inject
    ConsolidationRepository consolidations;

    @Inject
    UnitFigures figures;

    @Inject
    UnitNarratives narratives;

    @Inject
    UnitPages units;

    @Inject
    Facts facts;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /// @param newer a unit has been accepted or corrected since the last refresh
    record Seen(Target target, Consolidation consolidation, boolean newer) {}

    @Transactional
    Seen refresh(UUID report, @Nullable String ifMatch) {
        var target = drafts.fill(report, ifMatch, this::consolidate);
        return seen(target);
    }

    @Transactional
    Seen read(UUID report) {
        return seen(drafts.find(report));
    }

    @Transactional
    List<ConsolidationApi.UnitView> units(UUID report, @Nullable Boolean included, PageRequest page) {
        var held = seen(drafts.find(report)).consolidation;
        return units.units(held, included, page);
    }

    /// @param row the key of one row of a table, cell by cell; empty for whole values
    @Transactional
    List<ConsolidationApi.UnitFigure> figures(UUID report, Cell cell, List<String> row, PageRequest page) {
        var seen = seen(drafts.find(report));
        if (row.isEmpty()) {
            return units.figures(seen.consolidation, cell, page);
        }
        var columns = seen.target
                .template()
                .indicator(cell.code())
                .map(Indicator::columns)
                .orElse(List.of());
        var needed = RowKey.positions(columns).size();
        if (needed != row.size()) {
            throw new ConsolidationProblem.RowKeyDoesNotFit(needed, row.size());
        }
        return units.figuresOfRow(seen.consolidation, cell, new RowKey(row), columns, page);
    }

    @Transactional
    List<ConsolidationApi.UnitNarrative> narratives(UUID report, SectionCode section, PageRequest page) {
        var held = seen(drafts.find(report)).consolidation;
        return units.narratives(held, section, page);
    }

    private Seen seen(Target target) {
        var held = consolidations
                .find(target.id(), target.edition())
                .orElseThrow(ConsolidationProblem.NotConsolidated::new);
        return new Seen(target, held, target.open() && consolidations.hasNewer(held));
    }

    private Consolidated consolidate(Target target) {
        var now = clock.instant();
        var before = consolidations
                .find(target.id(), target.edition())
                .map(Consolidation::merged)
                .orElse(Map.of());
        var standing = consolidations.takeUnits(target, now, actor.get().id());
        if (standing.expected() == 0) {
            throw new ConsolidationProblem.NothingToConsolidate();
        }
        var reckoned = total(target, now);
        var leftOutTables = addTables(target, reckoned, now);
        var merged = narratives.merge(target.id(), target.edition());
        consolidations.keep(target, standing, merged, leftOutTables);
        return new Consolidated(reckoned, merged.sections(), before);
    }

    private Map<Cell, Computed> total(Target target, Instant now) {
        var template = target.template();
        var byCode = template.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        var weights = new HashMap<String, String>();
        template.indicators().stream()
                .filter(indicator -> indicator.aggregation() == Aggregation.WEIGHTED && !indicator.isReckoned())
                .forEach(indicator -> weights.put(indicator.code(), Objects.requireNonNull(indicator.weightedBy())));
        var reckoned = new HashMap<Cell, Computed>();
        figures.means(target.id(), target.edition(), weights).forEach(total -> put(reckoned, byCode, total, now));
        figures.latest(target.id(), target.edition(), codes(template, Aggregation.LATEST))
                .forEach(total -> put(reckoned, byCode, total, now));
        figures.sums(target.id(), target.edition(), codes(template, Aggregation.SUM))
                .forEach(total -> put(reckoned, byCode, total, now));
        var check = new DraftCheck(template);
        reckoned.entrySet()
                .removeIf(entry ->
                        check.misfit(entry.getKey(), entry.getValue().value()).isPresent());
        addOwn(target, reckoned, now);
        Computed.leaveOutBrokenParts(reckoned, template);
        return reckoned;
    }

    /// @return those that are too long to be one table
    private List<String> addTables(Target target, Map<Cell, Computed> reckoned, Instant now) {
        var tables = figures.tables(target.id(), target.edition(), target.template());
        consolidations.nameUnfitting(target, tables.unfitting());
        var leftOut = new ArrayList<String>();
        tables.sums().forEach((code, sum) -> {
            if (sum.isTooLong()) {
                leftOut.add(code);
            } else if (sum.units() > 0) {
                var value = new Value(null, null, sum.rows());
                reckoned.put(Cell.of(code), new Computed(value, Origin.UNITS, sum.units(), null, now));
            }
        });
        return leftOut.stream().sorted().toList();
    }

    private static List<String> codes(TemplateDefinition template, Aggregation aggregation) {
        return template.indicators().stream()
                .filter(indicator -> indicator.aggregation() == aggregation && !indicator.isReckoned())
                .map(Indicator::code)
                .toList();
    }

    private static void put(Map<Cell, Computed> reckoned, Map<String, Indicator> byCode, Total total, Instant now) {
        var indicator = Objects.requireNonNull(byCode.get(total.cell().code()));
        var number = total.number();
        if (indicator.aggregation() == Aggregation.WEIGHTED && number != null) {
            number = number.setScale(indicator.type().scale(), RoundingMode.HALF_UP);
        }
        var value = new Value(number, total.text(), units(total.rows()));
        if (!value.isNothing()) {
            reckoned.put(total.cell(), new Computed(value, Origin.UNITS, total.units(), null, now));
        }
    }

    private static @Nullable List<List<String>> units(@Nullable String rows) {
        return UnitPages.ROWS.convertToEntityAttribute(rows);
    }

    /// What the organisation itself has done is in no unit's report.
    private void addOwn(Target target, Map<Cell, Computed> reckoned, Instant now) {
        var own = facts.ownSums(target.organisationId(), target.span());
        for (var indicator : target.template().indicators()) {
            if (indicator.fact() == null || indicator.aggregation() != Aggregation.SUM) {
                continue;
            }
            for (var sum : own) {
                if (sum.measure() == indicator.fact()) {
                    add(reckoned, Cell.of(indicator.code()), sum.amount(), now);
                    if (indicator.breakdowns().stream()
                            .anyMatch(part -> part.code().equals(sum.breakdown()))) {
                        add(reckoned, new Cell(indicator.code(), sum.breakdown()), sum.amount(), now);
                    }
                }
            }
        }
    }

    private static void add(Map<Cell, Computed> reckoned, Cell cell, long amount, Instant now) {
        var own = BigDecimal.valueOf(amount);
        reckoned.merge(
                cell,
                new Computed(Value.of(own), Origin.UNITS, 0, own, now),
                (ofUnits, ofOwn) -> new Computed(
                        Value.of(
                                Objects.requireNonNull(ofUnits.value().number()).add(own)),
                        Origin.UNITS,
                        ofUnits.of(),
                        ofUnits.ownPart() == null ? own : ofUnits.ownPart().add(own),
                        now));
    }
}
