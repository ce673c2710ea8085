package vn.tiendo.kit.workingcalendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The projection of the national working calendar; plans-service writes it with the change, the others from events.
@ApplicationScoped
public class WorkingCalendarRepository {

    @Inject
    EntityManager entities;

    /// The whole calendar in one statement; some thirty rows a year.
    public WorkingDays workingDays() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("select day, working from working_calendar_day", Tuple.class)
                .getResultList();
        rows.forEach(row -> exceptions.put(row.get(0, LocalDate.class), row.get(1, Boolean.class)));
        return new WorkingDays(Map.copyOf(exceptions));
    }

    /// Replaces the whole calendar.
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(Map<LocalDate, Boolean> exceptions) {
        entities.createNativeQuery("delete from working_calendar_day").executeUpdate();
        exceptions.forEach((day, working) -> entities.createNativeQuery(
                        "insert into working_calendar_day (day, working) values (?1, ?2)")
                .setParameter(1, day)
                .setParameter(2, working)
                .executeUpdate());
    }
}
