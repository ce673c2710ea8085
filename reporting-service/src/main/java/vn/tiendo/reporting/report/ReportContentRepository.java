package vn.tiendo.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReportContentRepository implements PanacheRepositoryBase<ReportContent, UUID> {

    Optional<ReportContent> of(UUID report, int edition) {
        return find("reportId = ?1 and edition = ?2", report, edition).firstResultOptional();
    }

    /// What the same organisation handed in for the period before.
    Optional<ReportContent> before(Report report) {
        @SuppressWarnings("unchecked")
        List<ReportContent> found = getEntityManager()
                .createNativeQuery("""
                    select c.* from report t
                      join report r on r.organisation_id = t.organisation_id and r.kind = t.kind
                        and r.form is not distinct from t.form and r.period < t.period
                        and length(r.period) = length(t.period)
                      join report_content c on c.report_id = r.id and c.edition = r.submitted_edition
                     where t.id = :report and t.period ~ '^[0-9]{4}'
                       and r.status in ('SUBMITTED', 'RECEIVED', 'FORWARDED', 'ACCEPTED')
                     order by r.period desc, r.submitted_at desc, r.id limit 1""", ReportContent.class)
                .setParameter("report", report.id())
                .getResultList();
        return found.stream().findFirst();
    }
}
