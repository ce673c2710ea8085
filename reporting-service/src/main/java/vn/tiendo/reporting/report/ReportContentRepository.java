package vn.tiendo.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReportContentRepository implements PanacheRepositoryBase<ReportContent, UUID> {

    Optional<ReportContent> of(UUID report, int edition) {
        return find("reportId = ?1 and edition = ?2", report, edition).firstResultOptional();
    }
}
