package vn.tiendo.reporting.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Days;
import vn.tiendo.reporting.document.KnownNames.Named;
import vn.tiendo.reporting.document.OfficialDocument.Authority;
import vn.tiendo.reporting.document.OfficialDocument.Letterhead;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;
import vn.tiendo.reporting.document.OfficialDocument.Signature;
import vn.tiendo.reporting.document.PaperDesk.Drawn;
import vn.tiendo.reporting.document.PaperDesk.FilledIn;
import vn.tiendo.reporting.report.ReportStatus;
import vn.tiendo.reporting.report.WrittenReport;
import vn.tiendo.reporting.report.WrittenReports;

/// Makes the papers of reports: what a clerk has filled in first, then what is known, then blanks.
@ApplicationScoped
class ReportPapers {

    @Inject
    WrittenReports reports;

    @Inject
    PaperDesk desk;

    @Inject
    KnownNames names;

    @Inject
    KnownPapers plans;

    @Inject
    Clock clock;

    @Transactional
    Drawn draw(UUID report) {
        return draw(reports.read(report));
    }

    @Transactional
    Drawn fillIn(UUID id, @Nullable String ifMatch, PaperDetails details) {
        var report = reports.read(id);
        var post = reports.requireReporter(report);
        if (report.status() == ReportStatus.ACCEPTED) {
            throw new DocumentProblem.PaperIsFinal();
        }
        desk.fillIn("report", id, post, ifMatch, details);
        return draw(report);
    }

    private Drawn draw(WrittenReport report) {
        var filledIn = shown(report, desk.of(report.id()));
        return filledIn.on(known(report, filledIn.details()));
    }

    /// The other side sees what was handed in, and what has been filled in on that since.
    private FilledIn shown(WrittenReport report, FilledIn filledIn) {
        var isShown = report.isHandedIn() || filledIn.isNotAfter(report.submittedAt()) || reports.isOwnSide(report);
        return isShown ? filledIn : FilledIn.NOTHING;
    }

    /// @param details some of which decide on what is known: names of which day, and who speaks of what in the text
    private OfficialDocument known(WrittenReport report, PaperDetails details) {
        var drawnUpOn = Days.dayOf(report.submittedAt() == null ? clock.instant() : report.submittedAt());
        var day = Objects.requireNonNullElse(details.date(), drawnUpOn);
        var issuer = names.find(report.organisationId(), day).orElseGet(() -> new Named("", null, Form.PARTY));
        var issuerName = Objects.requireNonNullElse(details.issuerName(), issuer.name());
        var plan = plans.find(report.planId()).orElse(null);
        var subject = details.subject() == null ? subject(report, plan) : details.subject();
        return new OfficialDocument(
                new Letterhead(
                        issuer.form(),
                        names.nameOf(issuer.parentId(), day),
                        issuerName,
                        null,
                        null,
                        null,
                        null,
                        drawnUpOn),
                "Báo cáo",
                subject,
                named(names.nameOf(report.recipientOrganisationId(), day)),
                new ReportBody(report, issuerName, subject)
                        .blocks(plan == null ? null : PlanPapers.referenceTo(plan, names, day)),
                recipients(report, day),
                new Signature(List.of(new Authority(Capacity.ON_BEHALF, issuerName)), null, null));
    }

    private static String subject(WrittenReport report, KnownPapers.@Nullable Plan plan) {
        var phrase = Phrases.subjectOf(report.kind(), report.form(), report.occurrence());
        return plan == null ? phrase : phrase + " " + Phrases.nameOf(plan.type()) + " “" + plan.title() + "”";
    }

    private List<Recipient> recipients(WrittenReport report, LocalDate day) {
        var recipients = new ArrayList<Recipient>();
        var recipient = names.nameOf(report.recipientOrganisationId(), day);
        if (recipient != null) {
            recipients.add(new Recipient(recipient, "để báo cáo"));
        }
        var via = names.nameOf(report.viaOrganisationId(), day);
        if (via != null && !via.equals(recipient)) {
            recipients.add(new Recipient(via, "để báo cáo"));
        }
        recipients.add(new Recipient("Lưu", null));
        return recipients;
    }

    private static List<String> named(@Nullable String name) {
        return name == null ? List.of() : List.of(name);
    }
}
