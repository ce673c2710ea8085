package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.fact.Facts;
import vn.tiendo.reporting.fact.Facts.Sum;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.Templates;
import vn.tiendo.reporting.regime.Value;
import vn.tiendo.reporting.report.ContentApi.ChangedContent;
import vn.tiendo.reporting.report.ContentApi.NewContent;
import vn.tiendo.reporting.report.ReportDesk.Read;

/// What people do while they write a report.
@ApplicationScoped
class DraftingService {

    @Inject
    CurrentActor actor;

    @Inject
    ReportDesk desk;

    @Inject
    ReportContentRepository contents;

    @Inject
    Templates templates;

    @Inject
    Facts facts;

    @Inject
    Clock clock;

    /// A report that is open for writing, with its content and template.
    record Draft(
            Report report,
            ReportContent content,
            Optional<TemplateDefinition> template,
            ReportEvent event,
            Instant now) {

        /// That the report will have when the change is stored.
        long version() {
            return report.version() + 1;
        }

        void requireFitting(Map<Cell, Value> values) {
            template.ifPresent(definition -> {
                var check = new DraftCheck(definition);
                var errors = values.entrySet().stream()
                        .flatMap(entry -> check
                                .misfit(entry.getKey(), entry.getValue())
                                .map(why -> new FieldError(entry.getKey().field(), why))
                                .stream())
                        .toList();
                if (!errors.isEmpty()) {
                    throw new ReportProblem.FigureDoesNotFit(errors);
                }
            });
        }
    }

    /// Replaces the whole text.
    @Transactional
    Read write(UUID id, @Nullable String ifMatch, NewContent text) {
        var report = desk.find(id);
        var post = desk.requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var draft = open(report);
        var values = text.numbers();
        draft.requireFitting(values);
        draft.content.write(text.narrative(), values, actor.get().id(), draft.now, draft.version());
        return store(draft, "write-report", post, before);
    }

    /// Changes some fields; others may be written by somebody else at the same time.
    @Transactional
    Read merge(UUID id, @Nullable String ifMatch, ChangedContent changes) {
        var report = desk.hold(id);
        var post = desk.requireReporter(report);
        var seen = desk.seen(ifMatch, report);
        var before = report.state();
        var draft = open(report);
        var values = changes.changedFigures();
        draft.requireFitting(values);
        var conflicts = draft.content.merge(
                changes.changedSections(), values, actor.get().id(), draft.now, seen, draft.version());
        if (!conflicts.isEmpty()) {
            throw new ReportProblem.FieldsChangedMeanwhile(conflicts);
        }
        return store(draft, "write-report", post, before);
    }

    /// Fills in what the system knows; what a person typed stays, with the reckoned value beside it.
    @Transactional
    Read prefill(UUID id, @Nullable String ifMatch) {
        var report = desk.hold(id);
        var post = desk.requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var draft = open(report);
        draft.template.ifPresent(definition -> {
            var sums = facts.sums(report.organisationId(), report.organisationPath(), report.spanOfFacts(desk.today()));
            draft.content.compute(Origin.FACTS, ofFacts(draft, definition, sums));
        });
        return store(draft, "prefill-report", post, before);
    }

    /// Goes on with another version of the template. Figures that it does not know are kept, and named by the findings.
    @Transactional
    Read changeTemplate(UUID id, @Nullable String ifMatch, @Nullable UUID template) {
        var report = desk.hold(id);
        var post = desk.requireReporter(report);
        ETags.requireMatch(ifMatch, report.version());
        var before = report.state();
        var chosen = template == null
                ? templates.inForce(
                        report.state().kind(), report.state().form(), report.period(), report.organisationPath())
                : Optional.of(
                        templates.choose(template, report.state().kind(), report.period(), report.organisationPath()));
        chosen.ifPresent(
                held -> report.writeWith(Basis.of(held.id(), held.span().orElse(null))));
        return store(open(report), "change-report-template", post, before);
    }

    /// Opens the report for writing, with the template in force when it is begun.
    Draft open(Report report) {
        var template = desk.templateOf(report);
        if (report.basis() == null) {
            template.ifPresent(
                    held -> report.writeWith(Basis.of(held.id(), held.span().orElse(null))));
        }
        var event = report.draft(desk.today());
        var now = clock.instant();
        return new Draft(
                report,
                desk.newestContent(report).orElseGet(() -> newContent(report, now)),
                template.map(Templates.Held::definition),
                event,
                now);
    }

    private ReportContent newContent(Report report, Instant now) {
        var content = contents.of(report.id(), report.submittedEdition())
                .map(handedIn -> handedIn.nextEdition(report.edition()))
                .orElseGet(() -> new ReportContent(
                        report.id(), report.edition(), actor.get().id(), now));
        contents.persist(content);
        return content;
    }

    Read store(Draft draft, String action, HeldPost post, ReportEvent.State before) {
        draft.template.ifPresent(definition -> draft.content.reckon(new DraftCheck(definition), draft.now));
        desk.publish(draft.report, draft.event, action, post, before);
        return desk.show(draft.report, draft.content);
    }

    /// What the units below have reported is not counted a second time from facts.
    private static Map<Cell, Computed> ofFacts(Draft draft, TemplateDefinition template, List<Sum> sums) {
        var reckoned = new HashMap<Cell, Computed>();
        for (var indicator : template.indicators()) {
            for (var sum : sums) {
                if (sum.measure() != indicator.fact()) {
                    continue;
                }
                add(reckoned, Cell.of(indicator.code()), sum, draft.now);
                if (indicator.breakdowns().stream().anyMatch(part -> part.code().equals(sum.breakdown()))) {
                    add(reckoned, new Cell(indicator.code(), sum.breakdown()), sum, draft.now);
                }
            }
        }
        Computed.leaveOutBrokenParts(reckoned, template);
        var ofUnits = draft.content.figures().stream()
                .filter(figure -> figure.isReckonedFrom(Origin.UNITS))
                .map(Figure::code)
                .collect(Collectors.toSet());
        reckoned.keySet().removeIf(cell -> ofUnits.contains(cell.code()));
        return reckoned;
    }

    private static void add(Map<Cell, Computed> reckoned, Cell cell, Sum sum, Instant now) {
        reckoned.merge(
                cell,
                new Computed(Value.of(sum.amount()), Origin.FACTS, sum.facts(), null, now),
                (one, other) -> new Computed(
                        Value.of(numberOf(one).add(numberOf(other))), Origin.FACTS, one.of() + other.of(), null, now));
    }

    private static BigDecimal numberOf(Computed computed) {
        return Objects.requireNonNull(computed.value().number());
    }
}
