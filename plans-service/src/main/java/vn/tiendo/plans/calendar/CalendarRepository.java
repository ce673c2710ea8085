package vn.tiendo.plans.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.reach.Reach;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<WorkingCalendar, UUID> {

    Optional<WorkingCalendar> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /// The calendar of the country and the closures of organisations in reach or above it.
    List<WorkingCalendar> list(Reach reach, Collection<String> ownPaths, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("own", ownPaths.toArray(String[]::new));
        parameters.put("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)));
        parameters.put("limit", page.lookFor());
        var query =
                getEntityManager().createNativeQuery("""
                    select c.* from working_calendar c left join reach_organisation o on o.id = c.organisation_id
                     where c.id > :after and (c.organisation_id is null or %s
                       or exists (select 1 from unnest(cast(:own as text[])) p(path) where starts_with(p.path, o.path)))
                     order by c.id limit :limit""".formatted(reach.condition("o.path")), WorkingCalendar.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<WorkingCalendar> found = query.getResultList();
        return found;
    }

    /// Waits for whoever opens assignments by the calendar as it stands, and keeps others from changing it meanwhile.
    void holdForChange() {
        hold("for no key update");
    }

    /// Keeps the calendar from changing until the transaction ends.
    void holdForReading() {
        hold("for share");
    }

    private void hold(String how) {
        getEntityManager()
                .createNativeQuery("select id from working_calendar where code = ?1 " + how, UUID.class)
                .setParameter(1, WorkingCalendar.NATIONAL)
                .getResultList();
    }

    /// All layers in one statement: some fifteen rows a year for the country, a few for each unit with closures.
    CalendarLayers layers() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                getEntityManager().createNativeQuery("""
                    select coalesce(o.path, ''), d.day, d.kind
                      from calendar_day d join working_calendar c on c.id = d.calendar_id
                      left join reach_organisation o on o.id = c.organisation_id
                     where c.organisation_id is not null or c.code = 'VN'""", Tuple.class).getResultList();
        var layers = new HashMap<String, Map<LocalDate, Boolean>>();
        rows.forEach(row -> layers.computeIfAbsent(row.get(0, String.class), path -> new HashMap<>())
                .put(row.get(1, LocalDate.class), row.get(2, String.class).equals(DayKind.WORKING_DAY.name())));
        return new CalendarLayers(layers);
    }
}
