package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.plans.assignment.AssignmentService;
import vn.tiendo.plans.assignment.AssignmentService.CalendarMove;
import vn.tiendo.plans.calendar.CalendarChange;
import vn.tiendo.plans.calendar.CalendarService;
import vn.tiendo.plans.plan.DueGroupRepository.Due;

/// Moves the open deadlines that follow a changed calendar, one page per pass, and keeps a trace of each.
///
/// The page, its traces and how far it got are one transaction: a kill at any point loses nothing and repeats nothing.
@ApplicationScoped
public class DeadlineMoving implements LeaderTask {

    private static final int BATCH = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    CalendarService calendar;

    @Inject
    CalendarConsequences consequences;

    @Inject
    AssignmentService assignments;

    @Inject
    MovedDeadlineRepository traces;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "deadline-moving";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var next = calendar.nextToApply();
        next.ifPresent(this::moveSome);
        return next.isPresent();
    }

    private void moveSome(CalendarChange change) {
        var now = clock.instant();
        var found = consequences.of(calendar.shiftOf(change), Days.dayOf(now));
        var page = consequences.page(found, Objects.requireNonNullElse(change.movedUpTo(), FIRST), BATCH);
        if (page.isEmpty()) {
            change.finish(now);
            return;
        }
        var moved = assignments.followCalendar(movesOf(found, page));
        moved.forEach(move -> traces.persist(new MovedDeadline(
                move.assignment(),
                change.id(),
                move.from(),
                Objects.requireNonNull(move.to().lastDay()),
                now)));
        change.moved(moved.size(), page.getLast().assignmentId());
    }

    private static List<CalendarMove> movesOf(CalendarConsequences.Consequences found, List<Due> page) {
        return page.stream()
                .map(due -> new CalendarMove(due.assignmentId(), due.group().dueDay(), found.targetOf(due)))
                .toList();
    }
}
