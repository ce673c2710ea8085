package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.DraftCheck;
import vn.tiendo.reporting.regime.Finding;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.Templates;
import vn.tiendo.reporting.regime.Value;

/// What every act on a report begins and ends with: it is found within reach, the actor's post is asked for, and what
/// happened is told and kept.
@ApplicationScoped
class ReportDesk {

    private static final List<Role> REVIEWERS = List.of(Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);

    @Inject
    CurrentActor actor;

    @Inject
    ReportRepository reports;

    @Inject
    ReportContentRepository contents;

    @Inject
    Templates templates;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @param outdated a newer template is in force than the one that the draft is written with
    record Drafting(boolean outdated, List<Finding> findings) {}

    /// A report with the text that the reader may see, and what the rules find in it.
    record Read(
            Report report,
            @Nullable ReportContent content,
            @Nullable Drafting drafting) {}

    Report find(UUID id) {
        return reports.get(id, ReportReach.of(actor.get()));
    }

    /// Holds the report, so that writers of different fields come one after the other.
    Report hold(UUID id) {
        return reports.hold(id, ReportReach.of(actor.get()));
    }

    HeldPost requireReporter(Report report) {
        return actor.get()
                .require(report.organisationPath(), Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);
    }

    HeldPost requireVia(Report report) {
        report.route().requireVia();
        return requireAt(report.state().viaOrganisationId(), ReportProblem.NotTheViaBody::new);
    }

    HeldPost requireRecipient(Report report) {
        return requireAt(report.state().recipientOrganisationId(), ReportProblem.NotTheRecipient::new);
    }

    /// A post at the very organisation: whoever stands above it does not act in its place.
    HeldPost requireAt(@Nullable UUID organisation, Supplier<ReportProblem> otherwise) {
        return actor.get().posts().stream()
                .filter(post -> post.organisationId().equals(organisation) && REVIEWERS.contains(post.role()))
                .findFirst()
                .orElseThrow(otherwise);
    }

    void publish(Report report, ReportEvent event, String action, HeldPost post, ReportEvent.@Nullable State before) {
        report.passage().told(clock.instant());
        outbox.add(ReportEvent.STREAM, report, event.word());
        audit.record(actor.get(), post, action, "report", report.id(), before, report.state());
    }

    Optional<ReportContent> newestContent(Report report) {
        return contents.of(report.id(), report.edition());
    }

    /// The template that it is written with, or the one in force when it was begun before there were any.
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Templates.Held> templateOf(Report report) {
        var basis = report.basis();
        return basis == null
                ? templates.inForce(
                        report.state().kind(), report.state().form(), report.period(), report.organisationPath())
                : Optional.of(templates.get(basis.templateId(), report.period()));
    }

    /// With what the rules find, as the one who writes sees it.
    Read show(Report report, @Nullable ReportContent content) {
        if (content == null) {
            return new Read(report, null, null);
        }
        var template = templateOf(report);
        var findings = new ArrayList<>(findings(report, content, template.map(Templates.Held::definition)));
        var outdated = isOutdated(report, template);
        if (outdated) {
            findings.add(Finding.warning("template-outdated", "template", Map.of()));
        }
        return new Read(report, content, new Drafting(outdated, List.copyOf(findings)));
    }

    private boolean isOutdated(Report report, Optional<Templates.Held> template) {
        return report.isBeingWritten()
                && template.isPresent()
                && templates
                        .inForce(
                                report.state().kind(),
                                report.state().form(),
                                report.period(),
                                report.organisationPath())
                        .filter(newest -> !newest.id().equals(template.get().id()))
                        .isPresent();
    }

    List<Finding> findings(Report report, ReportContent content, Optional<TemplateDefinition> template) {
        if (template.isEmpty()) {
            return List.of();
        }
        var definition = template.get();
        Map<Cell, Value> last = definition.comparesWithLast()
                ? contents.before(report).map(ReportContent::values).orElse(Map.of())
                : Map.of();
        var findings = new ArrayList<>(new DraftCheck(definition).findings(content.values(), content.written(), last));
        for (var figure : content.figures()) {
            if (figure.differs()) {
                findings.add(
                        Finding.warning("differs-from-reckoned", figure.cell().field(), reckonedIn(figure)));
            }
        }
        return List.copyOf(findings);
    }

    /// What refuses a report to be handed in, or corrected so.
    List<FieldError> errorsOf(Report report, ReportContent content) {
        return findings(report, content, templateOf(report).map(Templates.Held::definition)).stream()
                .filter(Finding::isError)
                .map(finding -> new FieldError(finding.field(), finding.code()))
                .toList();
    }

    private static Map<String, String> reckonedIn(Figure figure) {
        var computed = figure.computed();
        return Map.of(
                "computed",
                computed == null ? "" : computed.stripTrailingZeros().toPlainString());
    }

    /// The version that the writer has read, for a change that is merged with those of others.
    long seen(@Nullable String ifMatch, Report report) {
        if (ifMatch != null && ifMatch.strip().equals("*")) {
            return report.version();
        }
        var tag = ifMatch == null ? "" : ifMatch.strip().replace("\"", "");
        if (tag.matches("\\d{1,18}") && Long.parseLong(tag) <= report.version()) {
            return Long.parseLong(tag);
        }
        ETags.requireMatch(ifMatch, report.version());
        return report.version();
    }

    LocalDate today() {
        return Days.dayOf(clock.instant());
    }
}
