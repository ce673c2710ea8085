package vn.tiendo.plans.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<WorkingCalendar, UUID> {

    Optional<WorkingCalendar> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
