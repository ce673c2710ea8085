package vn.tiendo.plans.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.correlation.Correlation;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.plans.calendar.CalendarApi.Day;
import vn.tiendo.plans.calendar.CalendarApi.Decision;

/// Puts the calendar of the country that the service ships into an empty deployment, once; from then on the
/// administrator of the root keeps it, and a newer file changes nothing.
@ApplicationScoped
public class ShippedCalendar {

    private static final Logger LOG = Logger.getLogger(ShippedCalendar.class);
    private static final String FILE = "calendars/VN.json";
    private static final Actor SERVICE = new Actor("urn:tiendo", "plans-service", List.of());

    @Inject
    CalendarService service;

    @Inject
    CalendarRepository calendars;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record File(List<CitedDecision> decisions, List<CitingDay> days) {

        List<Day> readDays() {
            var cited = new HashMap<String, Decision>();
            decisions.forEach(decision -> cited.put(
                    decision.id, new Decision(decision.number, decision.date, decision.issuer, decision.title)));
            return days.stream()
                    .map(day -> new Day(
                            day.date, day.kind, day.name, null, Objects.requireNonNull(cited.get(day.decision))))
                    .toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CitedDecision(String id, @Nullable String number, LocalDate date, String issuer, String title) {}

    record CitingDay(LocalDate date, DayKind kind, String name, String decision) {}

    void start(@Observes StartupEvent event) {
        Correlation.during(() -> QuarkusTransaction.requiringNew().run(this::loadOnce));
    }

    /// @return whether it was loaded
    boolean loadOnce() {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('tiendo/shipped-calendar', 0))")
                .getResultList();
        if (calendars.findByCode(WorkingCalendar.NATIONAL).isPresent()) {
            return false;
        }
        var days = read(json).readDays();
        CalendarRules.requireSound(days, null);
        var calendar = WorkingCalendar.ofTheCountry();
        service.store(calendar, calendar.changesTo(days, null), SERVICE, null);
        LOG.infof("Loaded the working calendar %s with %d days", WorkingCalendar.NATIONAL, days.size());
        return true;
    }

    static File read(ObjectMapper json) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return json.readValue(Objects.requireNonNull(file, FILE), File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
