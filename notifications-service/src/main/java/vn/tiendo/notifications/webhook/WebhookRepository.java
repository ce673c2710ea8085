package vn.tiendo.notifications.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookNotFound;

@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    @Produces
    KeptPaths organisations() {
        return new KeptPaths("webhook", "organisation_path");
    }

    /// @throws WebhookNotFound when there is none, or none in reach (404)
    Webhook get(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional()
                .orElseThrow(WebhookNotFound::new);
    }

    List<Webhook> list(Reach reach, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        return find("id > :after and " + reach.condition("organisationPath") + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }

    long countOf(UUID organisation) {
        return count("organisationId", organisation);
    }

    /// All of a deployment: some dozens.
    List<Webhook> all() {
        return listAll();
    }
}
