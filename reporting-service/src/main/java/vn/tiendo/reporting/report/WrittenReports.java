package vn.tiendo.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.security.Role;
import vn.tiendo.reporting.report.ReportRepository.Filter;
import vn.tiendo.reporting.report.WrittenReport.Measured;
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
        return reports.batch(new Filter(wanted.plan, wanted.organisation, wanted.status), reach, after, limit).stream()
                .map(report -> written(report, null, now))
                .toList();
    }

    private static WrittenReport written(Report report, @Nullable ReportContent content, Instant now) {
        return new WrittenReport(
                report.id(),
                report.planId(),
                report.organisationId(),
                report.organisationPath(),
                report.kind(),
                report.form(),
                report.occurrence(),
                report.status(),
                report.recipientOrganisationId(),
                report.viaOrganisationId(),
                report.dueAt(),
                report.submittedAt(),
                report.acceptedAt(),
                report.isLate(now),
                content == null ? List.of() : passages(content.narrative()),
                content == null
                        ? List.of()
                        : content.figures().stream()
                                .map(figure -> new Measured(figure.code(), null, figure.value(), null))
                                .toList(),
                List.of());
    }

    private static List<Passage> passages(Narrative narrative) {
        var passages = new ArrayList<Passage>();
        add(passages, "Kết quả đạt được", narrative.results());
        add(passages, "Khó khăn, hạn chế", narrative.difficulties());
        add(passages, "Nguyên nhân", narrative.causes());
        add(passages, "Bài học kinh nghiệm", narrative.lessons());
        add(passages, "Đề xuất, kiến nghị", narrative.proposals());
        return passages;
    }

    private static void add(List<Passage> passages, String title, @Nullable String text) {
        if (text != null) {
            passages.add(new Passage(title, null, text));
        }
    }
}
