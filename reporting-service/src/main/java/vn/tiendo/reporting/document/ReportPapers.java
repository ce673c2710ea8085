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
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.reporting.document.KnownNames.Named;
import vn.tiendo.reporting.document.OfficialDocument.Authority;
import vn.tiendo.reporting.document.OfficialDocument.Letterhead;
import vn.tiendo.reporting.document.OfficialDocument.Recipient;
import vn.tiendo.reporting.document.OfficialDocument.Signature;
import vn.tiendo.reporting.document.PaperDetails.NamedAuthority;
import vn.tiendo.reporting.document.PaperDetails.NamedRecipient;
import vn.tiendo.reporting.report.ReportStatus;
import vn.tiendo.reporting.report.WrittenReport;
import vn.tiendo.reporting.report.WrittenReports;

/// Makes the papers of reports: what a clerk has filled in first, then what is known, then blanks.
@ApplicationScoped
class ReportPapers {

    @Inject
    WrittenReports reports;

    @Inject
    ReportPaperRepository papers;

    @Inject
    KnownNames names;

    @Inject
    KnownPapers plans;

    @Inject
    CurrentActor actor;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /// @param edition of what a clerk has filled in, 0 while nobody has
    record Drawn(LaidOut paper, PaperDetails details, int edition) {}

    @Transactional
    Drawn draw(UUID report) {
        return draw(reports.read(report));
    }

    @Transactional
    Drawn fillIn(UUID id, @Nullable String ifMatch, PaperDetails details) {
        var report = reports.read(id);
        var post = reports.requireReporter(report);
        var by = actor.get().id();
        var now = clock.instant();
        var paper = papers.findByIdOptional(id).orElseGet(() -> new ReportPaper(id, by, now));
        ETags.requireMatch(ifMatch, paper.edition());
        if (report.status() == ReportStatus.ACCEPTED) {
            throw new DocumentProblem.PaperIsFinal();
        }
        var before = new Edition(paper.edition());
        paper.write(details, by, now);
        papers.persist(paper);
        audit.record(actor.get(), post, "fill-in-paper", "report", id, before, new Edition(paper.edition()));
        return draw(report);
    }

    /// The trail says that it was written, not what: names of signers do not belong there.
    private record Edition(int edition) {}

    private Drawn draw(WrittenReport report) {
        var paper = papers.findByIdOptional(report.id());
        var details = paper.map(ReportPaper::details).orElse(PaperDetails.NONE);
        return new Drawn(
                LaidOut.of(document(report, details)),
                details,
                paper.map(ReportPaper::edition).orElse(0));
    }

    private OfficialDocument document(WrittenReport report, PaperDetails details) {
        var drawnUpOn = Days.dayOf(report.submittedAt() == null ? clock.instant() : report.submittedAt());
        var day = details.date() == null ? drawnUpOn : details.date();
        var issuer = names.find(report.organisationId(), day).orElseGet(() -> new Named("", null, Form.PARTY));
        var issuerName = Objects.requireNonNullElse(details.issuerName(), issuer.name());
        var form = details.form() == null ? issuer.form() : details.form();
        var plan = plans.find(report.planId()).orElse(null);
        var subject = details.subject() == null ? subject(report, plan) : details.subject();
        return new OfficialDocument(
                new Letterhead(
                        form,
                        details.superiorName() == null ? names.nameOf(issuer.parentId(), day) : details.superiorName(),
                        issuerName,
                        details.number(),
                        details.symbol(),
                        details.place(),
                        details.date(),
                        drawnUpOn),
                "Báo cáo",
                subject,
                details.addressees() == null
                        ? named(names.nameOf(report.recipientOrganisationId(), day))
                        : details.addressees(),
                new ReportBody(report, issuerName, subject)
                        .blocks(plan == null ? null : PlanPapers.referenceTo(plan, names, day)),
                details.recipients() == null
                        ? recipients(report, day)
                        : details.recipients().stream()
                                .map(NamedRecipient::recipient)
                                .toList(),
                new Signature(
                        details.authorities() == null
                                ? List.of(new Authority(Capacity.ON_BEHALF, issuerName))
                                : details.authorities().stream()
                                        .map(NamedAuthority::authority)
                                        .toList(),
                        details.post(),
                        details.signer()));
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
