package vn.tiendo.plans.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;

@ApplicationScoped
class CalendarChangeRepository implements PanacheRepositoryBase<CalendarChange, UUID> {

    /// Changes are applied one after the other, in the order in which they were made.
    Optional<CalendarChange> nextToApply() {
        return find("finishedAt is null order by id").page(0, 1).firstResultOptional();
    }

    List<CalendarChange> after(UUID id) {
        return list("id > ?1 order by id", id);
    }

    List<CalendarChange> some(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Newest first.
    List<CalendarChange> of(UUID calendar, PageRequest page) {
        var before = page.after().map(Cursor::id).orElse(UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));
        return find("calendarId = ?1 and id < ?2 order by id desc", calendar, before)
                .page(0, page.lookFor())
                .list();
    }
}
