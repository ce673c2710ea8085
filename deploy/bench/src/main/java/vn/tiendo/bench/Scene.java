package vn.tiendo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Makes what the runs need, through the gateway and as the users whose task it is: a town with cells and
/// members of its own, a plan with one obligation to register per run, and its campaigns with frozen rosters.
///
/// Each run has a campaign of its own, so that every run submits registrations that nobody touched before.
final class Scene {
    private static final String ADMINISTRATOR = "quantri";
    private static final int CELLS = 20;
    private static final int AT_A_TIME = 8;
    private static final String MEMBERS = "/members/imports";
    private static final int ATTEMPTS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Api api;
    private final RunningSystem system;
    private final String name = "b" + Long.toString(System.currentTimeMillis() / 1_000, 36);
    private final LocalDate today;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Scene(Api api, RunningSystem system) {
        this.api = api;
        this.system = system;
        this.today = system.businessDay();
    }

    /// @param crowd registrations of the members of all cells but one
    /// @param probes those of the last cell, which only the probe submits
    record Campaign(UUID id, List<Owed> crowd, List<Owed> probes) {}

    /// @param officer who may see all numbers
    record Prepared(String officer, String plan, String town, String probeCell, List<Campaign> campaigns) {}

    static Prepared prepare(
            Api api, RunningSystem system, int members, int probes, int campaigns, Consumer<String> progress) {
        return new Scene(api, system).prepare(members, probes, campaigns, progress);
    }

    private Prepared prepare(int members, int probes, int campaigns, Consumer<String> progress) {
        var town = organisation(root(), "T", "TOWN_COMMITTEE");
        post(town, "COMMITTEE_OFFICER", officer());
        post(town, "COMMITTEE_LEADER", leader());
        var cells = IntStream.rangeClosed(0, CELLS)
                .mapToObj(i -> organisation(town, "C" + i, "CELL"))
                .toList();
        for (int i = 0; i <= CELLS; i++) post(cells.get(i), "CELL_SECRETARY", secretary(i));
        progress.accept("a town and %d cells".formatted(cells.size()));

        var subjects = new ArrayList<String>();
        var file = new MemberFile(issuer());
        for (int i = 0; i < members; i++) addMember(file, i % CELLS, subject("m", i), subjects);
        for (int i = 0; i < probes; i++) addMember(file, CELLS, subject("p", i), subjects);
        importOnceKnown(file, members + probes);
        progress.accept("%d members".formatted(members + probes));
        each(subjects, subject -> tokens.put(subject, api.newToken(subject)));
        progress.accept("a token for each of them");

        var plan = issue(town, cells, campaigns);
        var opened = new ArrayList<Campaign>();
        for (var id : open(plan, campaigns, members + probes)) {
            opened.add(owed(id));
            progress.accept("campaign %d of %d open, its roster frozen".formatted(opened.size(), campaigns));
        }
        return new Prepared(officer(), plan, town, cells.get(CELLS), opened);
    }

    private String officer() {
        return name + ".officer";
    }

    private String leader() {
        return name + ".leader";
    }

    private String secretary(int cell) {
        return name + ".secretary" + cell;
    }

    private String subject(String kind, int number) {
        return name + "." + kind + number;
    }

    /// With the keys of the root the same in every run, an interrupted first run does not stand in the way of the next.
    private String root() {
        var known = api.get(ADMINISTRATOR, "/organisations?code=VN").body().path("items");
        if (!known.isEmpty()) return known.path(0).path("id").asText();
        var root = api.post(
                        ADMINISTRATOR,
                        "/organisations",
                        Map.of(
                                "code", "VN",
                                "name", "Toàn quốc",
                                "kind", "CENTRAL",
                                "hierarchy", "PARTY",
                                "validFrom", "2000-01-01"),
                        "bench-root",
                        null)
                .id();
        api.post(
                ADMINISTRATOR,
                "/posts",
                Map.of(
                        "organisationId",
                        root,
                        "role",
                        "ADMINISTRATOR",
                        "holderSubject",
                        ADMINISTRATOR,
                        "validFrom",
                        "2000-01-01"),
                "bench-administrator",
                null);
        return root;
    }

    private String organisation(String parent, String code, String kind) {
        return api.postOnceKnown(
                        ADMINISTRATOR,
                        "/organisations",
                        Map.of(
                                "parentId",
                                parent,
                                "code",
                                code(code),
                                "name",
                                "Bench " + name + " " + code,
                                "kind",
                                kind,
                                "hierarchy",
                                "PARTY",
                                "validFrom",
                                "2020-01-01"),
                        key("org-" + code))
                .id();
    }

    private void post(String organisation, String role, String holder) {
        api.post(
                ADMINISTRATOR,
                "/posts",
                Map.of(
                        "organisationId", organisation,
                        "role", role,
                        "holderSubject", holder,
                        "validFrom", "2020-01-01"),
                key("post-" + holder),
                null);
    }

    private void addMember(MemberFile file, int cell, String subject, List<String> subjects) {
        file.add(code("C" + cell), subject, "");
        subjects.add(subject);
    }

    /// Whoever takes members in may not have heard yet of their cells; what it has taken in is the same the second
    /// time.
    private void importOnceKnown(MemberFile file, int members) {
        for (int attempt = 0; ; attempt++) {
            var done = Import.of(api, officer(), MEMBERS, "", file.csv(), key("members-" + attempt));
            if (done.accepted() + done.unchanged() == members) return;
            if (attempt == ATTEMPTS)
                throw new BenchFailure("%d members were refused: %s"
                        .formatted(done.rejected(), Import.refusals(api, officer(), MEMBERS, done.id())));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String code(String code) {
        return name + "-" + code;
    }

    private String issue(String town, List<String> cells, int campaigns) {
        var content = Api.JSON.createObjectNode();
        content.put("organisationId", town)
                .put("type", "PLAN")
                .put("number", "1")
                .put("symbol", "KH/TU")
                .put("issueDate", today.toString())
                .put("title", "Đăng ký học tập " + name)
                .put("year", today.getYear());
        var obligations = content.putArray("obligations");
        for (int i = 0; i < campaigns; i++) obligation(obligations, cells, i);
        var draft = api.postOnceKnown(officer(), "/plans", content, key("plan"));
        var path = "/plans/" + draft.id();
        var vote = Map.of(
                "body",
                "COLLECTIVE_LEADERSHIP",
                "heldOn",
                today.toString(),
                "present",
                15,
                "inFavour",
                15,
                "against",
                0,
                "abstained",
                0);
        var adopted = api.post(leader(), path + "/adoption", vote, key("adoption"), draft.etag());
        api.post(leader(), path + "/issuance", Map.of(), key("issuance"), adopted.etag());
        api.await(leader(), path, "opening the assignments", plan -> plan.hasNonNull("assignmentsOpenedAt"));
        return draft.id();
    }

    private void obligation(ArrayNode obligations, List<String> cells, int number) {
        ObjectNode obligation = obligations.addObject();
        obligation
                .put("code", "R-" + number)
                .put("kind", "INDIVIDUAL_REGISTRATION")
                .put("form", "REGISTRATION")
                .put("tier", "CORE")
                .put("subject", "Mỗi đảng viên");
        obligation
                .putObject("deadline")
                .put("type", "BY_DATE")
                .put("raw", "bench")
                .put("date", today.plusDays(20).toString());
        var debtors = obligation.putObject("debtors");
        debtors.putArray("except");
        var organisations = debtors.putArray("anyOf").addObject().putArray("organisations");
        cells.forEach(organisations::add);
    }

    private List<UUID> open(String plan, int campaigns, int owes) {
        var announced = new ArrayList<String>();
        api.await(officer(), "/campaigns?limit=200", "announcing the campaigns", page -> {
            announced.clear();
            page.path("items").forEach(campaign -> {
                if (campaign.path("planId").asText().equals(plan) && campaign.hasNonNull("dueAt"))
                    announced.add(campaign.path("id").asText());
            });
            return announced.size() == campaigns;
        });
        var opened = new ArrayList<UUID>();
        for (var id : announced) {
            var path = "/campaigns/" + id;
            // Units that become known meanwhile change its version.
            api.await(officer(), path, "opening a campaign", campaign -> opened(path, campaign));
            api.await(officer(), path, "freezing a roster", campaign -> campaign.hasNonNull("rosterFrozenAt"));
            awaitRows(id, owes);
            opened.add(UUID.fromString(id));
        }
        return opened;
    }

    private boolean opened(String path, JsonNode campaign) {
        if (!campaign.path("status").asText().equals("ANNOUNCED")) return true;
        var etag = "\"" + campaign.path("version").asLong() + "\"";
        api.tryPost(officer(), path + "/opening", Map.of(), key("opening-" + UUID.randomUUID()), etag);
        return false;
    }

    private void awaitRows(String campaign, int owes) {
        api.await(
                officer(),
                "/campaigns/" + campaign + "/summary?organisation=" + townOf(campaign),
                "freezing all rosters",
                summary -> summary.path("owes").asInt() == owes);
    }

    private String townOf(String campaign) {
        return api.get(officer(), "/campaigns/" + campaign)
                .body()
                .path("organisationId")
                .asText();
    }

    /// The ids are read from the database: to page through them would only take longer.
    private Campaign owed(UUID campaign) {
        var crowd = new ArrayList<Owed>();
        var probes = new ArrayList<Owed>();
        var probe = name + ".p";
        try (var registrations = system.database("registrations")) {
            owed(registrations, campaign)
                    .forEach((subject, owed) -> (subject.startsWith(probe) ? probes : crowd).add(owed));
        } catch (SQLException e) {
            throw new BenchFailure("The registrations cannot be read.", e);
        }
        return new Campaign(campaign, crowd, probes);
    }

    /// In no particular order, so that neighbours in the table are not submitted one after the other.
    private Map<String, Owed> owed(Connection registrations, UUID campaign) throws SQLException {
        try (var select = registrations.prepareStatement("""
                select r.id, r.version, m.identity_subject from registration r join member m on m.id = r.member_id
                 where r.campaign_id = ? and r.status = 'OWED'""")) {
            select.setObject(1, campaign);
            var owed = new HashMap<String, Owed>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var token = tokens.get(rows.getString(3));
                    if (token != null)
                        owed.put(rows.getString(3), new Owed(rows.getObject(1, UUID.class), rows.getLong(2), token));
                }
            }
            return owed;
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + system.identity() + "/tiendo";
    }

    private String key(String what) {
        var key = name + "-" + what;
        return key.length() <= 64 ? key : key.substring(0, 64);
    }

    private static <T> void each(Collection<T> items, Consumer<T> action) {
        try (var threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Future<?>>();
            for (var item : items) all.add(threads.submit(() -> action.accept(item)));
            try {
                for (var one : all) one.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof BenchFailure failure ? failure : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new BenchFailure("It was interrupted.", e);
            }
        }
    }
}
