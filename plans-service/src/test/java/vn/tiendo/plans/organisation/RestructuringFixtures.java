package vn.tiendo.plans.organisation;

import static vn.tiendo.kit.intake.Uploads.ORGANISATIONS;
import static vn.tiendo.kit.intake.Uploads.imported;
import static vn.tiendo.plans.PlansWorld.FIRST_ADMINISTRATOR;
import static vn.tiendo.plans.PlansWorld.aUnit;
import static vn.tiendo.plans.PlansWorld.get;
import static vn.tiendo.plans.PlansWorld.post;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import vn.tiendo.plans.PlansWorld.Unit;

/// Decisions that reshape the tree, and how the tree stands afterwards.
public final class RestructuringFixtures {

    static final String PATH = "/api/v1/restructurings";

    private RestructuringFixtures() {}

    @SafeVarargs
    static Map<String, Object> decision(String effectiveOn, Map<String, Object>... acts) {
        return Map.of(
                "decision",
                Map.of("number", "1671", "symbol", "NQ-UBTVQH15", "date", "2025-06-16", "issuer", "UBTVQH"),
                "effectiveOn",
                effectiveOn,
                "acts",
                List.of(acts));
    }

    @SafeVarargs
    static Response decide(String subject, String effectiveOn, Map<String, Object>... acts) {
        return post(subject, PATH, decision(effectiveOn, acts));
    }

    /// By the first administrator, and complete.
    @SafeVarargs
    public static String decided(String effectiveOn, Map<String, Object>... acts) {
        var answer = decide(FIRST_ADMINISTRATOR, effectiveOn, acts);
        answer.then().statusCode(201);
        complete(answer.path("id"));
        return answer.path("id");
    }

    /// Sent to the background: waits until it is applied, or has failed.
    ///
    /// @return its state then
    static Response carriedOut(String id) {
        return Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> get(FIRST_ADMINISTRATOR, PATH + "/" + id),
                        answer -> List.of("APPLIED", "FAILED").contains(answer.<String>path("status")));
    }

    static void complete(String id) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> get(FIRST_ADMINISTRATOR, PATH + "/" + id).path("completedAt") != null);
    }

    /// A district with so many organisations below it, ten of them directly.
    static Unit aDistrictOf(Unit province, int size) {
        var district = aUnit(province.id(), "DISTRICT_COMMITTEE");
        var rows = IntStream.range(0, size)
                .mapToObj(i -> "%s-%d,%s,PARTY,CELL,Chi bộ số %d,2001-01-01,"
                        .formatted(district.code(), i, i < 10 ? district.code() : district.code() + "-" + i % 10, i))
                .collect(Collectors.joining("\n"));
        imported(FIRST_ADMINISTRATOR, ORGANISATIONS, "code,parentCode,hierarchy,kind,name,validFrom,validTo\n" + rows);
        return district;
    }

    public static Map<String, Object> ref(UUID id) {
        return Map.of("id", id);
    }

    static Map<String, Object> ref(String code) {
        return Map.of("code", code);
    }

    static Map<String, Object> rename(UUID organisation, String name) {
        return Map.of("type", "RENAME", "organisation", ref(organisation), "name", name);
    }

    public static Map<String, Object> move(UUID organisation, UUID parent) {
        return Map.of("type", "MOVE", "organisation", ref(organisation), "parent", ref(parent));
    }

    public static Map<String, Object> merge(Map<String, Object> into, UUID... organisations) {
        var act = new HashMap<String, Object>();
        act.put("type", "MERGE");
        act.put(
                "organisations",
                List.of(organisations).stream().map(RestructuringFixtures::ref).toList());
        act.put("into", into);
        return act;
    }

    static Map<String, Object> split(UUID organisation, List<Map<String, Object>> into) {
        var act = new HashMap<String, Object>();
        act.put("type", "SPLIT");
        act.put("organisation", ref(organisation));
        act.put("into", into);
        return act;
    }

    public static Map<String, Object> dissolve(UUID organisation) {
        return new HashMap<>(Map.of("type", "DISSOLVE", "organisation", ref(organisation)));
    }

    static Map<String, Object> child(UUID organisation, Map<String, Object> to) {
        return Map.of("organisation", ref(organisation), "to", to);
    }

    static String aCode() {
        return "M-" + UUID.randomUUID().toString().substring(0, 12);
    }

    static Map<String, Object> create(String code, String name, String kind, UUID parent) {
        return Map.of(
                "create",
                Map.of("code", code, "name", name, "kind", kind, "hierarchy", "PARTY", "parent", ref(parent)));
    }

    static UUID idOf(String code) {
        return UUID.fromString(
                get(FIRST_ADMINISTRATOR, "/api/v1/organisations?code=" + code).path("items[0].id"));
    }

    /// Who stood under whom: organisation to parent, of a subtree on a day.
    static Map<UUID, UUID> tree(Unit root, String asOf) {
        var placed = new LinkedHashMap<UUID, UUID>();
        String cursor = null;
        do {
            var page = get(
                    FIRST_ADMINISTRATOR,
                    "/api/v1/organisations/" + root.id() + "/subtree?limit=200&asOf=" + asOf
                            + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            List<Map<String, Object>> items = page.jsonPath().getList("items");
            items.forEach(item ->
                    placed.put(id(item.get("id")), item.get("parentId") == null ? null : id(item.get("parentId"))));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return placed;
    }

    static String nameOn(Unit root, UUID organisation, String asOf) {
        return get(FIRST_ADMINISTRATOR, "/api/v1/organisations/" + root.id() + "/subtree?limit=200&asOf=" + asOf)
                .path("items.find { it.id == '" + organisation + "' }.name");
    }

    private static UUID id(Object text) {
        return UUID.fromString((String) text);
    }
}
