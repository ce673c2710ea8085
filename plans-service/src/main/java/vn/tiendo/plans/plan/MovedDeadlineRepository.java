package vn.tiendo.plans.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import vn.tiendo.plans.calendar.CalendarApi.DayChange;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.calendar.CalendarShift;
import vn.tiendo.plans.plan.CalendarChangeApi.Move;

@ApplicationScoped
class MovedDeadlineRepository implements PanacheRepositoryBase<MovedDeadline, UUID> {

    @Inject
    CalendarService calendar;

    /// How the calendar has moved an assignment, oldest first, each time with the days that made it move.
    List<Move> of(UUID assignment) {
        var moves = list("assignmentId = ?1 order by id", assignment);
        var days = new HashMap<UUID, List<DayChange>>();
        calendar.some(moves.stream().map(MovedDeadline::changeId).toList())
                .forEach(change -> days.put(change.id(), change.days()));
        return moves.stream()
                .map(move -> new Move(
                        move.changeId(),
                        move.fromDay(),
                        move.toDay(),
                        move.movedAt(),
                        CalendarShift.between(
                                days.getOrDefault(move.changeId(), List.of()), move.fromDay(), move.toDay())))
                .toList();
    }
}
