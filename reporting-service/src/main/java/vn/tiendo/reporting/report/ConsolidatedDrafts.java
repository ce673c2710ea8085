package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.fact.Facts.Span;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.Templates;

/// Lets the report of a superior be filled from those of its units.
@ApplicationScoped
public class ConsolidatedDrafts {

    private static final TemplateDefinition EMPTY = new TemplateDefinition(List.of(), List.of(), List.of());

    @Inject
    ReportDesk desk;

    @Inject
    DraftingService drafting;

    @Inject
    CurrentActor actor;

    /// @param edition that the reader may see, or that is being written
    /// @param open whether it can still be refreshed
    public record Target(
            UUID id,
            long version,
            UUID organisationId,
            int edition,
            boolean open,
            Span span,
            TemplateDefinition template) {}

    /// @param sections words of the units, put where nobody has written anything else
    /// @param mergedBefore the words that were put there the last time
    public record Consolidated(
            Map<Cell, Computed> figures, Map<SectionCode, String> sections, Map<SectionCode, String> mergedBefore) {}

    /// @throws ReportProblem.ReportNotFound when there is none or it is out of reach (404)
    @Transactional(Transactional.TxType.MANDATORY)
    public Target find(UUID id) {
        var report = desk.find(id);
        return target(report, ReportReach.of(actor.get()).editionShownOf(report));
    }

    /// Opens the draft, fills it, and tells of it.
    ///
    /// @return the report as it stands afterwards
    @Transactional(Transactional.TxType.MANDATORY)
    public Target fill(UUID id, @Nullable String ifMatch, Function<Target, Consolidated> reckon) {
        var report = desk.hold(id);
        var post = desk.requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var draft = drafting.open(report);
        var result = reckon.apply(target(report, report.edition()));
        draft.content().compute(Origin.UNITS, result.figures());
        for (var section : SectionCode.values()) {
            draft.content()
                    .fill(
                            section,
                            result.sections().get(section),
                            result.mergedBefore().get(section),
                            draft.version());
        }
        drafting.store(draft, "consolidate-report", post, before);
        return target(report, report.edition());
    }

    private Target target(Report report, int edition) {
        return new Target(
                report.id(),
                report.version(),
                report.organisationId(),
                edition,
                report.isBeingWritten(),
                report.spanOfFacts(desk.today()),
                desk.templateOf(report).map(Templates.Held::definition).orElse(EMPTY));
    }
}
