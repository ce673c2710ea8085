package vn.tiendo.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.ServedApi.ServedFilter;

/// What was put before people about organisations in reach.
@ApplicationScoped
class ServedRepository {

    @Inject
    Session session;

    List<Notification> list(Reach reach, ServedFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var condition = new StringBuilder(reach.condition("r.path"));
        equal(condition, parameters, "plan_id", filter.plan());
        equal(condition, parameters, "obligation_id", filter.obligation());
        equal(condition, parameters, "duty_kind", filter.kind());
        present(condition, "acknowledged_at", filter.acknowledged());
        present(condition, "opened_at", filter.opened());
        page.after().ifPresent(cursor -> {
            condition.append(" and n.position < :after");
            parameters.put("after", Positions.parse(cursor.key()));
        });
        var query = session.createNativeQuery(
                "select n.* from notification n join reach_organisation r on r.id = n.organisation_id where "
                        + condition + " order by n.position desc limit :most",
                Notification.class);
        parameters.forEach(query::setParameter);
        return query.setParameter("most", page.lookFor()).getResultList();
    }

    private static void equal(
            StringBuilder condition, HashMap<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            condition.append(" and n.").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    private static void present(StringBuilder condition, String column, @Nullable Boolean wanted) {
        if (wanted != null) {
            condition.append(" and n.").append(column).append(wanted ? " is not null" : " is null");
        }
    }
}
