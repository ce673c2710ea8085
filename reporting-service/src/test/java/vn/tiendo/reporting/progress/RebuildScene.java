package vn.tiendo.reporting.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.reporting.progress.Topics.Told;

/// Everything that is told of one plan in a tree of which a part moves: several states of each thing, in order.
final class RebuildScene {

    static final LocalDate MOVED = LocalDate.of(2024, 4, 1);
    static final String CLOSED = "2024-03-20T09:00:00Z";
    static final String CAMPAIGN_DUE = "2024-03-31T17:00:00Z";

    private static final List<String> KINDS =
            List.of("COLLECTIVE_PLAN", "STUDY_SESSION", "RESULT_REPORT", "PERIODIC_REPORT");
    private static final int ASSIGNMENTS = 120;
    private static final int REGISTRATIONS = 120;

    final UUID plan = Uuid7.next();
    final UUID campaign = Uuid7.next();
    final List<Told> told = new ArrayList<>();

    /// Where organisations stand, and where those that moved stood before.
    final Map<UUID, String> paths = new LinkedHashMap<>();

    final Map<UUID, String> former = new HashMap<>();

    private final Random random;

    RebuildScene(Random random) {
        this.random = random;
        growTreeAndMoveAWard();
        planAndCampaign();
        assignments();
        registrations();
    }

    /// A root, two towns with two wards each, two cells in each ward; one ward moves to the other town.
    private void growTreeAndMoveAWard() {
        var mark = Uuid7.next().toString().substring(24);
        var root = organisation(null, "r" + mark + "/");
        for (int t = 0; t < 2; t++) {
            var town = organisation(root, paths.get(root) + "t" + t + "/");
            for (int w = 0; w < 2; w++) {
                var ward = organisation(town, paths.get(town) + "w" + t + w + "/");
                for (int c = 0; c < 2; c++) {
                    organisation(ward, paths.get(ward) + "c" + t + w + c + "/");
                }
            }
        }
        var towns = List.copyOf(paths.keySet());
        var from = paths.get(towns.get(1)) + "w00/";
        var to = paths.get(towns.get(8)) + "w00/";
        for (var id : towns) {
            if (paths.get(id).startsWith(from)) {
                var path = to + paths.get(id).substring(from.length());
                tellMoved(id, path.equals(to) ? towns.get(8) : towns.get(2), paths.get(id), path);
                former.put(id, paths.put(id, path));
            }
        }
    }

    private UUID organisation(@Nullable UUID parent, String path) {
        var id = Uuid7.next();
        paths.put(id, path);
        told.add(new Told("plans.organisation.v1", id, 0, """
                {"id":"%s","code":"%s","name":"n","kind":"CELL","parentId":%s,"path":"%s","validFrom":"2020-01-01"}""".formatted(
                        id, id, parent == null ? "null" : "\"" + parent + "\"", path)));
        return id;
    }

    private void tellMoved(UUID id, UUID parent, String from, String to) {
        told.add(new Told("plans.organisation.v1", id, 1, """
                {"id":"%s","code":"%s","name":"n","kind":"CELL","parentId":"%s","path":"%s","validFrom":"2020-01-01",
                 "periods":[{"from":"2020-01-01","to":"2024-03-31","name":"n","path":"%s"},
                            {"from":"2024-04-01","name":"n","path":"%s"}]}""".formatted(id, id, parent, to, from, to)));
    }

    private void planAndCampaign() {
        var owner = paths.keySet().iterator().next();
        told.add(new Told("plans.plan.v1", plan, 1, """
                {"id":"%s","organisationId":"%s","title":"t","year":2024,"issuedAt":"2024-01-15T01:00:00Z"}""".formatted(plan, owner)));
        told.add(new Told("registrations.campaign.v1", campaign, 1, """
                {"id":"%s","planId":"%s","dueAt":"%s"}""".formatted(campaign, plan, CAMPAIGN_DUE)));
        told.add(new Told(
                "registrations.campaign.v1", campaign, 2, """
                {"id":"%s","planId":"%s","dueAt":"%s","closedAt":"%s"}""".formatted(campaign, plan, CAMPAIGN_DUE, CLOSED)));
    }

    private void assignments() {
        for (int i = 0; i < ASSIGNMENTS; i++) {
            var id = Uuid7.next();
            var organisation = anOrganisation();
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            for (int sequence = 0; sequence <= random.nextInt(4); sequence++) {
                var due = random.nextInt(6) == 0 ? null : "2024-0" + (1 + random.nextInt(6)) + "-01T17:00:00Z";
                told.add(new Told(
                        "plans.assignment.v1",
                        id,
                        sequence,
                        ProgressScene.assignment(id, plan, organisation, kind, due, outcome())));
            }
        }
    }

    private String outcome() {
        var received = ",\"receivedAt\":\"2024-0" + (2 + random.nextInt(5)) + "-01T09:00:00Z\"";
        return switch (random.nextInt(5)) {
            case 0 -> received;
            case 1 ->
                received + ",\"accepted\":true,\"fulfilledAt\":\"2024-0" + (7 + random.nextInt(3)) + "-01T09:00:00Z\"";
            case 2 -> ",\"waivedAt\":\"2024-02-01T00:00:00Z\"";
            default -> "";
        };
    }

    private void registrations() {
        for (int i = 0; i < REGISTRATIONS; i++) {
            var id = Uuid7.next();
            var organisation = anOrganisation();
            for (int sequence = 0; sequence <= random.nextInt(4); sequence++) {
                told.add(new Told(
                        "registrations.registration.v1",
                        id,
                        sequence,
                        ProgressScene.registration(id, campaign, plan, organisation, CAMPAIGN_DUE, history())));
            }
        }
    }

    private String history() {
        var month = 3 + random.nextInt(3);
        var in = field("receivedAt", month, 5) + field("countedAt", month, 5);
        return switch (random.nextInt(6)) {
            case 0 -> in;
            case 1 -> in + field("acceptedAt", month, 9);
            case 2 -> in + field("returnedAt", month, 7);
            case 3 -> field("countedAt", month, 5) + field("returnedAt", month, 7) + field("receivedAt", month, 11);
            case 4 -> field("exemptedAt", month, 2);
            default -> "";
        };
    }

    private static String field(String name, int month, int day) {
        return ",\"%s\":\"2024-%02d-%02dT02:00:00Z\"".formatted(name, month, day);
    }

    private UUID anOrganisation() {
        var organisations = List.copyOf(paths.keySet());
        return organisations.get(random.nextInt(organisations.size()));
    }

    /// Where something of an organisation counts on a day; what was settled stays where it was.
    String pathOn(LocalDate day, UUID organisation, @Nullable LocalDate settledOn) {
        var last = settledOn != null && settledOn.isBefore(day) ? settledOn : day;
        var stood = former.get(organisation);
        return stood != null && last.isBefore(MOVED) ? stood : paths.get(organisation);
    }
}
