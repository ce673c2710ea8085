package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.TemplateDefinition;
import vn.tiendo.reporting.regime.Templates;
import vn.tiendo.reporting.report.ReportRepository.Filter;
import vn.tiendo.reporting.report.WrittenReport.Passage;

/// Lets papers and exports read reports, with the reach and the edition that the reader has over HTTP.
@ApplicationScoped
public class WrittenReports {

    @Inject
    CurrentActor actor;

    @Inject
    ReportRepository reports;

    @Inject
    ReportContentRepository contents;

    @Inject
    ReportDesk desk;

    @Inject
    Clock clock;

    /// What a list of reports is narrowed down to, and by whose reach; fixed once, so that a long list has one reach.
    public record Wanted(
            @Nullable UUID plan,
            @Nullable UUID organisation,
            @Nullable ReportStatus status,
            Reach subtree,
            List<UUID> desks) {}

    /// @throws ReportProblem.ReportNotFound when there is none or the reach does not cover it (404)
    @Transactional
    public WrittenReport read(UUID id) {
        var reach = ReportReach.of(actor.get());
        var report = reports.get(id, reach);
        var content = contents.of(id, reach.editionShownOf(report)).orElse(null);
        return written(report, content, clock.instant());
    }

    /// @throws vn.tiendo.kit.problem.KitProblem.RoleRequired when the actor does not write reports of the organisation
    public HeldPost requireReporter(WrittenReport report) {
        return actor.get()
                .require(report.organisationPath(), Role.CELL_SECRETARY, Role.COMMITTEE_OFFICER, Role.COMMITTEE_LEADER);
    }

    /// Whether the actor belongs to the side that writes the report; the other side sees what has been handed in.
    public boolean isOwnSide(WrittenReport report) {
        return ReportReach.of(actor.get()).subtree().covers(report.organisationPath());
    }

    public Wanted wanted(@Nullable UUID plan, @Nullable UUID organisation, @Nullable ReportStatus status) {
        var reach = ReportReach.of(actor.get());
        return new Wanted(plan, organisation, status, reach.subtree(), List.copyOf(reach.desks()));
    }

    /// Without texts, in the order of ids; for lists too long for one answer.
    ///
    /// @param after id of the last one of the batch before, null for the first batch
    @Transactional
    public List<WrittenReport> batch(Wanted wanted, @Nullable UUID after, int limit) {
        var reach = new ReportReach(wanted.subtree, Set.copyOf(wanted.desks));
        var now = clock.instant();
        return reports
                .batch(new Filter(wanted.plan, wanted.organisation, wanted.status, null), reach, after, limit)
                .stream()
                .map(report -> written(report, null, now))
                .toList();
    }

    private WrittenReport written(Report report, @Nullable ReportContent content, Instant now) {
        var state = report.state();
        var template = content == null
                ? Optional.<TemplateDefinition>empty()
                : desk.templateOf(report).map(Templates.Held::definition);
        return new WrittenReport(
                state.id(),
                state.planId(),
                state.organisationId(),
                report.organisationPath(),
                state.kind(),
                state.form(),
                state.occurrence(),
                state.status(),
                state.recipientOrganisationId(),
                state.viaOrganisationId(),
                state.dueAt(),
                state.submittedAt(),
                state.acceptedAt(),
                report.isLate(now),
                content == null ? List.of() : passages(content.narrative(), template),
                content == null ? List.of() : PrintedFigures.measured(content, template),
                content == null ? List.of() : PrintedFigures.listed(content, template));
    }

    private static List<Passage> passages(Narrative narrative, Optional<TemplateDefinition> template) {
        var passages = new ArrayList<Passage>();
        for (var section : SectionCode.values()) {
            var text = narrative.of(section);
            if (text != null) {
                passages.add(new Passage(titleOf(section, template), null, text));
            }
        }
        return passages;
    }

    private static String titleOf(SectionCode section, Optional<TemplateDefinition> template) {
        return template.stream()
                .flatMap(definition -> definition.sections().stream())
                .filter(one -> one.section() == section)
                .map(TemplateDefinition.Section::nameVi)
                .findFirst()
                .orElseGet(() -> switch (section) {
                    case RESULTS -> "Kết quả đạt được";
                    case DIFFICULTIES -> "Khó khăn, hạn chế";
                    case CAUSES -> "Nguyên nhân";
                    case LESSONS -> "Bài học kinh nghiệm";
                    case PROPOSALS -> "Đề xuất, kiến nghị";
                });
    }
}
