package vn.tiendo.plans.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {

    Optional<Activity> find(UUID id, Reach reach) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        return find("id = :id and " + reach.condition("organisationPath"), parameters)
                .firstResultOptional();
    }

    List<Activity> list(Reach reach, @Nullable UUID organisation, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        var where = reach.condition("organisationPath") + " and id > :after";
        if (organisation != null) {
            where += " and organisationId = :organisation";
            parameters.put("organisation", organisation);
        }
        return find("where " + where + " order by id", parameters)
                .page(0, page.lookFor())
                .list();
    }
}
