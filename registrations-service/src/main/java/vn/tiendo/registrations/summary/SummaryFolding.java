package vn.tiendo.registrations.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.registrations.summary.UnitDeltas.Change;
import vn.tiendo.registrations.summary.UnitSummaryRepository.PathOfCampaign;
import vn.tiendo.registrations.summary.UnitSummaryRepository.Place;

/// Adds waiting deltas to the numbers of their unit and of every path above it, and publishes the units that changed.
///
/// A row is deleted in the transaction that adds it, so each counts exactly once whenever a replica is killed.
@ApplicationScoped
public class SummaryFolding implements LeaderTask {

    private static final int BATCH = 1_000;
    private static final int MOVES = 200;

    @Inject
    UnitDeltas deltas;

    @Inject
    UnitSummaryRepository summaries;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "summary-folding";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(200);
    }

    @Override
    public boolean pass() {
        var moved = follow(summaries.moved(MOVES));
        var changes = deltas.take(BATCH);
        if (!changes.isEmpty()) {
            fold(changes);
        }
        return moved || changes.values().stream().mapToInt(Change::rows).sum() == BATCH;
    }

    private void fold(Map<UUID, Change> changes) {
        var places = summaries.placesOf(changes.keySet()).stream()
                .collect(Collectors.toMap(Place::unit, Function.identity()));
        var sums = new TreeMap<PathOfCampaign, Tally>();
        var unplaced = new ArrayList<UUID>();
        changes.forEach((unit, change) -> {
            var place = places.get(unit);
            if (place == null) {
                return;
            }
            if (place.foldedPath() == null) {
                unplaced.add(unit);
            }
            var path = place.foldedPath() == null ? place.path() : place.foldedPath();
            addAlong(sums, place.campaign(), path, change.tally());
        });
        if (!unplaced.isEmpty()) {
            summaries.standAt(unplaced);
        }
        var units = summaries.ofUnits(changes.keySet(), clock.instant());
        var changed = new ArrayList<UnitSummary>();
        changes.forEach((unit, change) -> {
            var summary = units.get(unit);
            if (summary != null && summary.add(change)) {
                changed.add(summary);
            }
        });
        summaries.add(sums);
        outbox.addAll(UnitSummary.STREAM, changed, "changed");
    }

    /// Takes the numbers of moved units from the sums above their old place and adds them above the new one.
    private boolean follow(List<Place> moved) {
        if (moved.isEmpty()) {
            return false;
        }
        var sums = new TreeMap<PathOfCampaign, Tally>();
        var units = summaries.ofUnits(moved.stream().map(Place::unit).toList(), clock.instant());
        for (var place : moved) {
            var summary = units.get(place.unit());
            if (summary != null && place.foldedPath() != null) {
                addAlong(sums, place.campaign(), place.foldedPath(), Tally.NOTHING.minus(summary.tally()));
                addAlong(sums, place.campaign(), place.path(), summary.tally());
            }
        }
        summaries.standAt(moved.stream().map(Place::unit).toList());
        summaries.add(sums);
        return true;
    }

    /// To the path itself and to every path above it.
    private static void addAlong(Map<PathOfCampaign, Tally> sums, UUID campaign, String path, Tally tally) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            sums.merge(new PathOfCampaign(campaign, path.substring(0, end + 1)), tally, Tally::plus);
        }
    }
}
