package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.fact.Facts;
import vn.tiendo.reporting.regime.Cell;

/// Opens a figure down to the facts that it was reckoned from.
@ApplicationScoped
class FigureSources {

    @Inject
    CurrentActor actor;

    @Inject
    ReportDesk desk;

    @Inject
    ReportContentRepository contents;

    @Inject
    Facts facts;

    /// As they stand now: a fact that was corrected after the report was written shows its corrected amount.
    @Transactional
    List<Facts.Source> page(UUID id, String code, String breakdown, PageRequest page) {
        var reach = ReportReach.of(actor.get());
        var report = desk.find(id);
        var figure = contents.of(id, reach.editionShownOf(report))
                .flatMap(content -> content.figure(new Cell(code, breakdown)))
                .orElseThrow(() -> new ReportProblem.FigureNotFound(code));
        var measure = desk.templateOf(report)
                .flatMap(template -> template.definition().indicator(code))
                .map(indicator -> indicator.fact())
                .orElse(null);
        if (measure == null || !figure.isReckoned()) {
            throw new ReportProblem.FigureWithoutFacts(code);
        }
        return facts.page(
                report.organisationId(),
                report.organisationPath(),
                measure,
                breakdown,
                report.spanOfFacts(desk.today()),
                page);
    }
}
