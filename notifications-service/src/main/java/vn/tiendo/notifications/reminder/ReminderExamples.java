package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.reminder.ReminderText.Count;
import vn.tiendo.notifications.template.Language;
import vn.tiendo.notifications.template.Purpose;
import vn.tiendo.notifications.template.RealData;

/// Takes what a template is previewed with from something that is really owed within the caller's reach, and counts
/// there alone.
@ApplicationScoped
class ReminderExamples implements RealData {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Override
    public Optional<Map<String, Object>> of(Purpose purpose, Language language, @Nullable UUID duty, Reach reach) {
        var kind = purpose == Purpose.MEMBER ? "REGISTRATION" : "ASSIGNMENT";
        var parameters = new HashMap<String, Object>(Map.of("kind", kind));
        reach.bind(parameters);
        var which = "d.outcome = 'WAITING'";
        if (duty != null) {
            which = "d.id = :duty";
            parameters.put("duty", duty);
        }
        var query = entities.createNativeQuery(
                """
                select %1$s, d.due_day, k.title, d.obligation_id,
                       (select count(*) from duty e where e.obligation_id = d.obligation_id and e.kind = 'ASSIGNMENT'
                           and e.outcome = 'WAITING' and %2$s) as missing,
                       (select count(*) from duty e where e.obligation_id = d.obligation_id and e.kind = 'ASSIGNMENT'
                           and e.outcome not in ('WAIVED', 'TRANSFERRED', 'CLOSED') and %2$s) as total
                  from duty d %3$s
                 where d.kind = :kind and d.due_day is not null and %4$s and %5$s
                 order by d.due_day, d.organisation_path, d.id limit 1""".formatted(
                                Matter.COLUMNS,
                                reach.condition("e.organisation_path"),
                                Matter.JOINS,
                                which,
                                reach.condition("d.organisation_path")),
                Tuple.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream().map(row -> values(purpose, language, row)).findFirst();
    }

    private Map<String, Object> values(Purpose purpose, Language language, Tuple row) {
        if (purpose == Purpose.RECALL) {
            return Map.of(
                    "number", Objects.requireNonNullElse(row.get("plan_number", String.class), ""),
                    "title", Objects.requireNonNullElse(row.get("title", String.class), ""));
        }
        return ReminderText.values(
                purpose,
                Matter.of(row),
                purpose == Purpose.ROLL_UP
                        ? new Count(
                                row.get("missing", Long.class).intValue(),
                                row.get("total", Long.class).intValue())
                        : null,
                row.get("due_day", LocalDate.class),
                Days.dayOf(clock.instant()),
                language.name().toLowerCase(Locale.ROOT));
    }
}
