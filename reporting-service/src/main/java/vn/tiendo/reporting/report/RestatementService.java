package vn.tiendo.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.Templates;
import vn.tiendo.reporting.regime.Value;
import vn.tiendo.reporting.report.ReportDesk.Read;
import vn.tiendo.reporting.report.RestatementApi.NewRestatement;

/// Corrects figures of accepted reports without losing what was accepted.
@ApplicationScoped
class RestatementService {

    @Inject
    CurrentActor actor;

    @Inject
    ReportDesk desk;

    @Inject
    ReportContentRepository contents;

    @Inject
    Restatements restatements;

    @Inject
    Clock clock;

    @ApplicationScoped
    static class Restatements implements PanacheRepositoryBase<Restatement, UUID> {

        List<Restatement> page(UUID report, PageRequest page) {
            return find(
                            "reportId = ?1 and id > ?2 order by id",
                            report,
                            page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                    .range(0, page.lookFor() - 1)
                    .list();
        }
    }

    /// The newest corrections come last.
    @Transactional
    List<Restatement> page(UUID report, PageRequest page) {
        return restatements.page(desk.find(report).id(), page);
    }

    /// The corrected figures, and those that formulas make of them, are the next edition; each that changed is on
    /// record.
    @Transactional
    Read restate(UUID id, @Nullable String ifMatch, NewRestatement request) {
        var report = desk.hold(id);
        var post = desk.requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var edition = report.submittedEdition();
        var now = clock.instant();
        var next = report.restate(now);
        var accepted = contents.of(id, edition).orElseThrow(ReportProblem.NothingRestated::new);
        var corrected = accepted.nextEdition(next);
        apply(report, corrected, request);
        var changed = changes(accepted.values(), corrected.values());
        if (changed.isEmpty()) {
            throw new ReportProblem.NothingRestated();
        }
        requireNoNewErrors(report, accepted, corrected);
        contents.persist(corrected);
        changed.forEach(cell -> restatements.persist(new Restatement(
                id,
                accepted.edition(),
                next,
                cell,
                accepted.values().getOrDefault(cell, Value.NOTHING),
                corrected.values().getOrDefault(cell, Value.NOTHING),
                request.reason(),
                actor.get().id(),
                now)));
        desk.publish(report, ReportEvent.RESTATED, "restate-report", post, before);
        return desk.show(report, corrected);
    }

    private void apply(Report report, ReportContent corrected, NewRestatement request) {
        var values = new TreeMap<Cell, Value>();
        for (var figure : request.figures()) {
            if (values.put(figure.cell(), figure.content()) != null) {
                throw new ReportProblem.DuplicateFigure(figure.cell().field());
            }
        }
        var check = desk.templateOf(report).map(Templates.Held::definition).map(DraftCheck::new);
        var misfits = new ArrayList<FieldError>();
        check.ifPresent(rules -> values.forEach((cell, value) ->
                rules.misfit(cell, value).ifPresent(why -> misfits.add(new FieldError(cell.field(), why)))));
        if (!misfits.isEmpty()) {
            throw new ReportProblem.FigureDoesNotFit(misfits);
        }
        var version = report.version() + 1;
        var conflicts = corrected.merge(Map.of(), values, actor.get().id(), clock.instant(), version, version);
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException("A held report is changed by nobody else");
        }
        check.ifPresent(rules -> corrected.reckon(rules, clock.instant()));
    }

    /// The rules hold for corrections too; what was accepted in spite of them, before they were made, may stay.
    private void requireNoNewErrors(Report report, ReportContent accepted, ReportContent corrected) {
        var known = Set.copyOf(desk.errorsOf(report, accepted));
        var errors = desk.errorsOf(report, corrected).stream()
                .filter(error -> !known.contains(error))
                .toList();
        if (!errors.isEmpty()) {
            throw new ReportProblem.ReportInvalid(errors);
        }
    }

    private static List<Cell> changes(Map<Cell, Value> before, Map<Cell, Value> after) {
        var cells = new TreeMap<Cell, Value>(before);
        cells.putAll(after);
        return cells.keySet().stream()
                .filter(cell ->
                        !before.getOrDefault(cell, Value.NOTHING).equals(after.getOrDefault(cell, Value.NOTHING)))
                .toList();
    }
}
