package vn.tiendo.reporting.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class FilledInPaperRepository implements PanacheRepositoryBase<FilledInPaper, UUID> {}
