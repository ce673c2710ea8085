package vn.tiendo.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A province of five thousand organisations, made through the public import, with those who plan and those who read.
final class PlansScene {

    private static final String ADMINISTRATOR = "quantri";
    private static final String ORGANISATIONS = "/organisations/imports";

    /// What the twelve obligations of a plan are; the kinds differ in what opens and fulfils them.
    private static final String[] KINDS = {
        "STUDY_SESSION", "STUDY_MATERIAL", "COLLECTIVE_PLAN", "THEMATIC_MEETING", "INSPECTION", "EXEMPLAR_NOMINATION",
        "GENERIC_TASK", "RESULT_REPORT", "PERIODIC_REPORT", "PROPAGANDA", "EDUCATION_PROGRAM", "FINAL_REVIEW_REPORT"
    };

    private final Api api;
    private final RunningSystem system;
    private final LocalDate today;
    private final String code;
    private int plans;
    private int restructurings;

    private PlansScene(Api api, RunningSystem system) {
        this.api = api;
        this.system = system;
        this.today = system.businessDay();
        this.code = "B" + Long.toString(System.currentTimeMillis() / 1_000, 36).toUpperCase(java.util.Locale.ROOT);
    }

    /// A place in the tree, and somebody who reads there.
    record Place(String name, String id, String path, String reader) {}

    /// @param seconds what the import took until all rows were in the tree
    record Province(Place province, Place district, Place cell, Place board, int organisations, double seconds) {}

    static PlansScene of(Api api, RunningSystem system) {
        return new PlansScene(api, system);
    }

    Province grow(Consumer<String> progress) {
        var root = root();
        var csv = ProvinceFile.csv(7, "VN", code);
        var done = Import.of(api, ADMINISTRATOR, ORGANISATIONS, "", csv, code + "-import");
        int rows = count("select count(*) from organisation where code = ? or code like ?", code, code + "-%");
        if (rows != ProvinceFile.ORGANISATIONS)
            throw new BenchFailure("Of %d organisations %d came in: %s"
                    .formatted(
                            ProvinceFile.ORGANISATIONS,
                            rows,
                            Import.refusals(api, ADMINISTRATOR, ORGANISATIONS, done.id())));
        progress.accept("%d organisations through the import in %.1f s".formatted(rows, done.seconds()));
        var province = place("province", code);
        post(province, "COMMITTEE_OFFICER", officer());
        post(province, "COMMITTEE_LEADER", leader());
        if (root.isEmpty()) throw new BenchFailure("There is no root.");
        return new Province(
                province,
                place("district", ProvinceFile.district(code, 1)),
                place(
                        "cell",
                        one(
                                "select code from organisation where code like ? and kind = 'CELL' order by code limit 1",
                                ProvinceFile.grassroots(code, 1, 1) + "-%")),
                place("board that reports go through", code + "-B1"),
                rows,
                done.seconds());
    }

    String officer() {
        return code + ".officer";
    }

    String leader() {
        return code + ".leader";
    }

    /// Drafts and adopts a plan that binds the whole province; it is issued by [#issue].
    ///
    /// @return its id and version
    Api.Answer adopted(Province province, int obligations) {
        plans++;
        var content = Api.JSON.createObjectNode();
        content.put("organisationId", province.province().id())
                .put("type", "PLAN")
                .put("number", Integer.toString(plans))
                .put("symbol", "KH/TU")
                .put("issueDate", today.toString())
                .put("title", "Kế hoạch đo " + code + " " + plans)
                .put("year", today.getYear());
        var list = content.putArray("obligations");
        for (int i = 0; i < obligations; i++) obligation(list.addObject(), province, i);
        var draft = api.postOnceKnown(officer(), "/plans", content, key("plan"));
        var held = Map.of(
                "body", "COLLECTIVE_LEADERSHIP",
                "heldOn", today.toString(),
                "present", 5,
                "inFavour", 5,
                "against", 0,
                "abstained", 0);
        var path = "/plans/" + draft.id() + "/adoption";
        var adopted = api.tryPost(leader(), path, held, key("adoption"), draft.etag());
        return adopted.status() == 200 ? adopted : api.post(leader(), path, Map.of(), key("adoption2"), draft.etag());
    }

    private void obligation(ObjectNode obligation, Province province, int number) {
        obligation
                .put("code", "O-" + number)
                .put("kind", KINDS[number % KINDS.length])
                .put("tier", "CORE")
                .put("subject", "Các cơ quan, đơn vị")
                .put("recipientIsParent", true);
        if (number % 4 == 3)
            obligation.put("viaOrganisationId", province.board().id());
        obligation
                .putObject("deadline")
                .put("type", "BY_DATE")
                .put("raw", "bench")
                .put("date", today.plusDays(7 + 21L * number + plans).toString());
        var debtors = obligation.putObject("debtors");
        debtors.putArray("except");
        var group = debtors.putArray("anyOf").addObject();
        var kinds = group.putArray("kinds");
        ProvinceKinds.ALL.forEach(kinds::add);
        group.put("tierFrom", 0).put("tierTo", 6);
    }

    /// @return the id of the plan and how long the answer took, in milliseconds
    double issue(Api.Answer adopted) {
        long began = System.nanoTime();
        api.post(leader(), "/plans/" + adopted.id() + "/issuance", Map.of(), key("issuance"), adopted.etag());
        return (System.nanoTime() - began) / 1e6;
    }

    void awaitOpened(Api.Answer adopted) {
        api.await(
                leader(),
                "/plans/" + adopted.id(),
                "opening the assignments",
                plan -> plan.hasNonNull("assignmentsOpenedAt"));
    }

    /// @param status 201 when it was done in the request, 202 when it was accepted
    /// @param answered until the answer, in milliseconds
    /// @param applied until the tree and all paths were those of afterwards
    /// @param complete until everything had passed on to successors
    record Restructured(int status, double answered, double applied, double complete) {}

    /// Puts a place with everything that hangs on it under another superior.
    Restructured move(Place place, String parent) {
        return restructure(
                Map.of("type", "MOVE", "organisation", Map.of("id", place.id()), "parent", Map.of("code", parent)));
    }

    /// Ends a place in favour of its superior.
    Restructured dissolve(Place place) {
        return restructure(Map.of("type", "DISSOLVE", "organisation", Map.of("id", place.id())));
    }

    private Restructured restructure(Map<String, Object> act) {
        restructurings++;
        var symbol = "NQ/" + restructurings;
        var decision = Map.of("number", "1", "symbol", symbol, "date", today.toString(), "issuer", "Bench");
        long began = System.nanoTime();
        var answer = api.post(
                ADMINISTRATOR,
                "/restructurings",
                Map.of("effectiveOn", today.toString(), "decision", decision, "acts", java.util.List.of(act)),
                key("restructuring-" + restructurings),
                null);
        double answered = (System.nanoTime() - began) / 1e6;
        var path = "/restructurings/" + answer.id();
        var state = api.await(
                ADMINISTRATOR,
                path,
                "restructuring",
                restructuring -> Set.of("APPLIED", "FAILED")
                        .contains(restructuring.path("status").asText()));
        if (!state.path("status").asText().equals("APPLIED"))
            throw new BenchFailure("A restructuring failed: " + state);
        double applied = (System.nanoTime() - began) / 1e6;
        api.await(ADMINISTRATOR, path, "passing on", restructuring -> restructuring.hasNonNull("completedAt"));
        return new Restructured(answer.status(), answered, applied, (System.nanoTime() - began) / 1e6);
    }

    /// Another province beside the one that is measured, to move it into.
    ///
    /// @return its code
    String neighbour() {
        var neighbour = code + "N";
        api.post(
                ADMINISTRATOR,
                "/organisations",
                Map.of(
                        "parentId",
                        root(),
                        "code",
                        neighbour,
                        "name",
                        "Tỉnh ủy " + neighbour,
                        "kind",
                        "PROVINCE_COMMITTEE",
                        "hierarchy",
                        "PARTY",
                        "validFrom",
                        "2010-01-01"),
                key("neighbour"),
                null);
        return neighbour;
    }

    String district(int number) {
        return ProvinceFile.district(code, number);
    }

    /// All events of what happened so far have left.
    void awaitSent() {
        long end = System.nanoTime() + 600_000_000_000L;
        while (count("select count(*) from outbox") > 0) {
            if (System.nanoTime() - end > 0) throw new BenchFailure("The outbox is not emptied.");
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    int count(String sql, Object... parameters) {
        return Integer.parseInt(one(sql, parameters));
    }

    String one(String sql, Object... parameters) {
        try (var plans = system.database("plans");
                var query = plans.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) query.setObject(i + 1, parameters[i]);
            try (var row = query.executeQuery()) {
                if (!row.next()) throw new BenchFailure("Nothing is found by " + sql);
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new BenchFailure("The database of plans cannot be asked: " + e.getMessage(), e);
        }
    }

    private Place place(String name, String organisation) {
        var id = one("select id::text from organisation where code = ?", organisation);
        var path = one("select path from organisation where code = ?", organisation);
        var place = new Place(name, id, path, organisation + ".reader");
        post(place, "AUDITOR", place.reader());
        return place;
    }

    private void post(Place place, String role, String holder) {
        api.post(
                ADMINISTRATOR,
                "/posts",
                Map.of("organisationId", place.id(), "role", role, "holderSubject", holder, "validFrom", "2020-01-01"),
                key("post-" + holder),
                null);
    }

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

    private String key(String what) {
        var key = code + "-" + plans + "-" + what;
        return key.length() <= 64 ? key : key.substring(0, 64);
    }
}
