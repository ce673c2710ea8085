package vn.tiendo.registrations.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.campaign.RosterRepository.Day;
import vn.tiendo.registrations.campaign.RosterRepository.Size;

/// Adds the changes of rosters to the days of every path above, so that a denominator costs the same for a cell and for
/// a province; lets the changes of units whose organisation was moved stand in the new place from today on.
@ApplicationScoped
public class RosterFolding implements LeaderTask {

    private static final int BATCH = 1_000;
    private static final int MOVES = 200;

    @Inject
    RosterRepository rosters;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "roster-folding";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var moved = rosters.moveChanges(MOVES, Days.dayOf(clock.instant()), clock.instant());
        var taken = rosters.take(BATCH);
        var sums = new TreeMap<Day, Size>();
        for (var change : taken) {
            var path = change.day().path();
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                sums.merge(
                        new Day(
                                change.day().campaign(),
                                path.substring(0, end + 1),
                                change.day().on(),
                                change.day().kind()),
                        change.size(),
                        Size::plus);
            }
        }
        rosters.addAll(sums);
        return taken.size() == BATCH || moved == MOVES;
    }
}
