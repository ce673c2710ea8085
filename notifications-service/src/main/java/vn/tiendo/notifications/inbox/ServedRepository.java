package vn.tiendo.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.inbox.ServedApi.ServedBody;
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

    /// By organisation, in the order of their ids; counted for those of the page alone.
    List<ServedBody> bodies(Reach reach, ServedFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var condition = new StringBuilder();
        equal(condition, parameters, "plan_id", filter.plan());
        equal(condition, parameters, "obligation_id", filter.obligation());
        equal(condition, parameters, "duty_kind", filter.kind());
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        parameters.put("most", page.lookFor());
        var query = session.createNativeQuery("""
                select o.id, s.told, s.seen, s.opened, s.acknowledged, s.cannot_do
                  from (select r.id from reach_organisation r
                         where %1$s and r.id > :after
                           and exists (select 1 from notification n where n.organisation_id = r.id%2$s)
                         order by r.id limit :most) o
                  cross join lateral (
                    select count(*) as told, count(n.seen_at) as seen, count(n.opened_at) as opened,
                           count(n.acknowledged_at) as acknowledged,
                           count(*) filter (where n.acknowledgement = 'CANNOT_DO') as cannot_do
                      from notification n where n.organisation_id = o.id%2$s) s
                 order by o.id""".formatted(reach.condition("r.path"), condition), Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new ServedBody(
                        row.get(0, UUID.class),
                        row.get(1, Long.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class)))
                .toList();
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
