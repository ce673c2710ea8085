package vn.tiendo.plans.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

@ApplicationScoped
class PlanImportContents implements PanacheRepositoryBase<PlanImportContent, UUID> {

    PlanImportContent of(PlanImport found) {
        return Objects.requireNonNull(findById(found.id()));
    }
}
