package vn.tiendo.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReportContentRepository implements PanacheRepositoryBase<ReportContent, UUID> {

    private static final List<ReportStatus> HANDED_IN =
            List.of(ReportStatus.SUBMITTED, ReportStatus.RECEIVED, ReportStatus.FORWARDED, ReportStatus.ACCEPTED);

    Optional<ReportContent> of(UUID report, int edition) {
        return find("reportId = ?1 and edition = ?2", report, edition).firstResultOptional();
    }

    /// What the same organisation handed in for the period before.
    Optional<ReportContent> before(Report report) {
        return getEntityManager()
                .createQuery("""
                         select c from ReportContent c join Report r on r.id = c.reportId and r.editions.submittedEdition = c.edition
                          where r.organisationId = :organisation and r.demand.kind = :kind
                            and coalesce(r.demand.form, '') = :form
                            and r.demand.occurrence < :occurrence
                            and length(r.demand.occurrence) = length(:occurrence)
                            and r.status in :handedIn
                          order by r.demand.occurrence desc, r.id""", ReportContent.class)
                .setParameter("organisation", report.organisationId())
                .setParameter("kind", report.state().kind())
                .setParameter(
                        "form",
                        report.state().form() == null ? "" : report.state().form())
                .setParameter("occurrence", report.state().occurrence())
                .setParameter("handedIn", HANDED_IN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
