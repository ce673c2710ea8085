package vn.tiendo.reporting.regime;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class RegimeRepository implements PanacheRepositoryBase<Regime, UUID> {

    List<Regime> page(PageRequest page) {
        return find("id > ?1 order by id", page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .range(0, page.lookFor() - 1)
                .list();
    }

    /// @throws TemplateProblem.RegimeNotFound when there is none (404)
    Regime get(UUID id) {
        return findByIdOptional(id).orElseThrow(TemplateProblem.RegimeNotFound::new);
    }
}
