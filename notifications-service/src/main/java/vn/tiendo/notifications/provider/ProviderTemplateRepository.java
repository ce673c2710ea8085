package vn.tiendo.notifications.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.provider.ProviderProblem.TemplateNotFound;

/// A template is seen by whoever sees its contract.
@ApplicationScoped
class ProviderTemplateRepository implements PanacheRepositoryBase<ProviderTemplate, UUID> {

    /// @throws TemplateNotFound when there is none, or none in reach (404)
    ProviderTemplate get(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + under(reach), parameters)
                .firstResultOptional()
                .orElseThrow(TemplateNotFound::new);
    }

    List<ProviderTemplate> list(Reach reach, @Nullable UUID contract, @Nullable ApprovalState state, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = new StringBuilder(under(reach)).append(" and id > :after");
        if (contract != null) {
            where.append(" and contractId = :contract");
            parameters.put("contract", contract);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    private static String under(Reach reach) {
        return "contractId in (select c.id from ProviderContract c where " + reach.condition("c.organisationPath")
                + ")";
    }
}
