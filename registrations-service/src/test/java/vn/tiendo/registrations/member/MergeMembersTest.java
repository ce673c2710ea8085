package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.addMember;
import static vn.tiendo.registrations.Scene.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;

/// One person twice: found by name and birth date, decided by a human, and one record afterwards.
@QuarkusTest
class MergeMembersTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation youth = scene.aCell();

    @Test
    void the_same_name_and_birth_date_at_one_organisation_is_asked_about() {
        var first = member("Lê Văn Bình", null, cell);
        var second = member("lê  văn BÌNH", card(), cell);
        member("Lê Văn Bình", null, youth);
        var pairs = as(scene.officer).get("/api/v1/members/duplicates?organisation=" + cell.id());
        pairs.then().statusCode(200).body("items", hasSize(1));
        assertThat(pairs.jsonPath().getString("items[0].first.id")
                        + pairs.jsonPath().getString("items[0].second.id"))
                .contains(first, second);
        as(scene.aSecretaryOf(youth)).get("/api/v1/members/duplicates").then().body("items", empty());
        var inspector = Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        as(inspector).get("/api/v1/members/duplicates").then().body("items", empty());

        String pair = pairs.path("items[0].id");
        dismiss(scene.aSecretaryOf(youth), pair, "\"0\"")
                .then()
                .statusCode(404)
                .body("type", is("/problems/duplicate-not-found"));
        dismiss(scene.aSecretaryOf(cell), pair, null).then().statusCode(428);
        dismiss(scene.aSecretaryOf(cell), pair, "\"0\"").then().statusCode(200).body("decision", is("DIFFERENT"));
        dismiss(scene.aSecretaryOf(cell), pair, "\"1\"")
                .then()
                .statusCode(409)
                .body("type", is("/problems/duplicate-decided"));
        as(scene.officer)
                .get("/api/v1/members/duplicates?organisation=" + cell.id())
                .then()
                .body("items", empty());
    }

    @Test
    void a_pair_is_shown_to_who_reaches_both_and_to_nobody_else() {
        member("Lê Thị Duyên", null, cell);
        var second = member("Lê Thị Duyên", null, cell);
        var here = scene.aSecretaryOf(cell);
        String pair = as(here).get("/api/v1/members/duplicates").path("items[0].id");
        as(scene.officer)
                .header("If-Match", "\"0\"")
                .body(json("Lê Thị Duyên", null, youth))
                .put("/api/v1/members/" + second)
                .then()
                .statusCode(200);
        for (var clerk : List.of(here, scene.aSecretaryOf(youth))) {
            as(clerk).get("/api/v1/members/duplicates").then().body("items", empty());
            dismiss(clerk, pair, "\"0\"").then().statusCode(404).body("type", is("/problems/duplicate-not-found"));
        }
        as(scene.officer).get("/api/v1/members/duplicates").then().body("items", hasSize(1));
        dismiss(scene.officer, pair, "\"0\"").then().statusCode(200);
    }

    @Test
    void a_merge_keeps_both_histories_and_leaves_a_trace() {
        var survivor = member("Trần Thị Mai", null, cell);
        var merged = member("Trần Thị Mai", card(), cell, youth);
        merge(scene.officer, survivor, "\"0\"", merged)
                .then()
                .statusCode(200)
                .body("cardKnown", is(true))
                .body(
                        "memberships.organisationId",
                        contains(cell.id().toString(), youth.id().toString()));
        as(scene.officer)
                .get("/api/v1/members/" + merged)
                .then()
                .statusCode(200)
                .body("mergedIntoId", is(survivor))
                .body("memberships", empty());
        as(scene.officer)
                .get("/api/v1/members/" + survivor + "/history")
                .then()
                .body("merged", hasSize(1))
                .body("merged[0].memberId", is(merged))
                .body(
                        "merged[0].memberships.organisationId",
                        containsInAnyOrder(cell.id().toString(), youth.id().toString()))
                .body("merged[0].standings.status", contains("ACTIVE"));
        as(scene.officer)
                .get("/api/v1/members?organisation=" + cell.id())
                .then()
                .body("items.id", contains(survivor));
        as(scene.officer).get("/api/v1/members/duplicates").then().body("items", empty());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            var events = TestEvents.on("registrations.member-contact.v1", merged);
            return events.size() == 2 && events.getLast().value() == null;
        });
    }

    @Test
    void the_account_of_the_merged_record_opens_the_survivor() {
        var survivor = member("Phạm Văn Cường", null, cell);
        var known = scene.aMember(youth);
        merge(scene.officer, survivor, "\"0\"", known.id().toString()).then().statusCode(200);
        as(known.token()).get("/api/v1/members/me").then().statusCode(200).body("id", is(survivor));
    }

    @Test
    void a_merge_is_refused_by_its_rules() {
        var one = member("Võ Văn Dũng", card(), cell);
        var two = member("Võ Văn Dũng", card(), cell);
        var three = member("Võ Văn Dũng", null, cell);
        merge(scene.officer, one, "\"0\"", two)
                .then()
                .statusCode(409)
                .body("type", is("/problems/natural-keys-differ"));
        merge(scene.officer, one, "\"0\"", one).then().statusCode(422).body("type", is("/problems/merge-with-itself"));
        merge(scene.officer, one, null, three).then().statusCode(428);
        merge(scene.aSecretaryOf(youth), one, "\"0\"", three).then().statusCode(404);
        var inspector = Tokens.of(TestTree.aHolderOf(Role.INSPECTOR, scene.committee));
        merge(inspector, one, "\"0\"", three).then().statusCode(403).body("type", is("/problems/role-required"));
        merge(scene.officer, one, "\"0\"", three).then().statusCode(200);
        merge(scene.officer, one, "\"1\"", three).then().statusCode(409).body("type", is("/problems/member-merged"));
        merge(scene.officer, three, "\"1\"", one).then().statusCode(403);
    }

    private String member(String name, @Nullable String card, KnownOrganisation... organisations) {
        return addMember(scene.administrator, json(name, card, organisations))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String json(String name, @Nullable String card, KnownOrganisation... organisations) {
        return Scene.memberJson(name, "ACTIVE", "none", card, organisations)
                .replaceAll("\"email\".*\"identitySubject\":\"none\"", "\"phone\":\"0912 345 678\"");
    }

    private static String card() {
        return "36." + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 1_000_000_000L);
    }

    private static Response merge(String token, String survivor, @Nullable String etag, String merged) {
        var request = as(token).body("{\"memberId\":\"" + merged + "\",\"reason\":\"nhập trùng\"}");
        return (etag == null ? request : request.header("If-Match", etag))
                .post("/api/v1/members/" + survivor + "/merges");
    }

    private static Response dismiss(String token, String pair, @Nullable String etag) {
        var request = as(token);
        return (etag == null ? request : request.header("If-Match", etag))
                .post("/api/v1/members/duplicates/" + pair + "/dismissal");
    }
}
