package vn.tiendo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads one page of assignments again and again, at the service itself.
final class PlansListing {

    private static final int WARM_UP = 150;
    private static final int MEASURED = 400;

    private final RunningSystem system;
    private final Api api;
    private final PlansScene scene;

    PlansListing(RunningSystem system, Api api, PlansScene scene) {
        this.system = system;
        this.api = api;
        this.scene = scene;
    }

    record Pages(String name, int visible, Latencies first, Latencies last) {}

    /// The first page of a list and its last one, fifty items each.
    Pages of(PlansScene.Place place, String filter) {
        var visible = scene.count("select count(*) from assignment where " + inSight(), bounds(place));
        var last = scene.one("""
                select id || '|' || to_char(sort_due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from assignment
                 where %s order by sort_due desc, id desc offset least(50, (select count(*) from assignment where %1$s) - 1) limit 1""".formatted(inSight()), twice(bounds(place)));
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        return new Pages(
                place.name() + (filter.isEmpty() ? "" : " " + filter.substring(1)),
                visible,
                measure(place, filter),
                measure(place, filter + "&cursor=" + cursor));
    }

    private static String inSight() {
        return "(starts_with(organisation_path, ?) or starts_with(via_path, ?) or starts_with(plan_path, ?)"
                + " or starts_with(recipient_path, ?))";
    }

    private static Object[] bounds(PlansScene.Place place) {
        return new Object[] {place.path(), place.path(), place.path(), place.path()};
    }

    private static Object[] twice(Object[] once) {
        var all = new ArrayList<>(List.of(once));
        all.addAll(List.of(once));
        return all.toArray();
    }

    private Latencies measure(PlansScene.Place place, String query) {
        var request = HttpConnection.request(
                system.plans(),
                "GET",
                "/api/v1/assignments?limit=50" + query,
                api.token(place.reader()),
                null,
                null,
                "application/json",
                null);
        var nanos = new ArrayList<Long>();
        var connection = new HttpConnection(system.plans());
        try {
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                long began = System.nanoTime();
                var reply = connection.send(request);
                long took = System.nanoTime() - began;
                if (reply.status() != 200)
                    throw new BenchFailure("A list was answered " + reply.status() + " "
                            + new String(reply.body(), StandardCharsets.UTF_8));
                if (i >= WARM_UP) nanos.add(took);
            }
        } catch (IOException e) {
            throw new BenchFailure("The service did not answer: " + e, e);
        } finally {
            connection.close();
        }
        return Latencies.of(nanos);
    }
}
