package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;

import io.quarkus.test.junit.QuarkusTest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class ListMembersTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final KnownOrganisation other = scene.aCell();

    @Test
    void members_are_narrowed_by_place_status_category_and_name() {
        var active = scene.aMember(cell);
        var retired = scene.aMember("RETIRED", cell);
        var elsewhere = scene.aMember("RETIRED", other);
        ids("?status=RETIRED", retired.id(), elsewhere.id());
        ids("?status=RETIRED&organisation=" + cell.id(), retired.id());
        ids("?organisation=" + cell.id(), active.id(), retired.id());
        as(scene.officer).get("/api/v1/members?category=SOLDIER").then().body("items", empty());
        ids("?category=PARTY_MEMBER&name=van an&organisation=" + other.id(), elsewhere.id());
        ids(
                "?name=" + Normalizer.normalize("văn ÂN", Normalizer.Form.NFD) + "&organisation=" + cell.id(),
                active.id(),
                retired.id());
        as(scene.officer).get("/api/v1/members?status=DEAD").then().statusCode(400);
        as(scene.aSecretaryOf(cell))
                .get("/api/v1/members?organisation=" + other.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
    }

    @Test
    void systems_pull_what_has_changed_in_the_order_of_the_changes() {
        var first = scene.aMember(cell);
        var second = scene.aMember(cell);
        var third = scene.aMember(cell);
        String since = as(scene.officer).get("/api/v1/members/" + second.id()).path("updatedAt");
        as(first.token())
                .header("If-Match", "\"0\"")
                .body("{\"phone\":\"0900 000 001\"}")
                .put("/api/v1/members/" + first.id() + "/contact")
                .then()
                .statusCode(200);
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = as(scene.officer)
                    .queryParam("limit", 1)
                    .queryParam("updatedSince", since)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/members");
            page.then().statusCode(200).body("items", hasSize(1));
            seen.add(page.path("items[0].id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen)
                .containsExactly(
                        second.id().toString(),
                        third.id().toString(),
                        first.id().toString());
    }

    @Test
    void whoever_lists_or_reads_others_is_on_record_and_who_reads_itself_is_not() {
        var member = scene.aMember(cell);
        as(member.token()).get("/api/v1/members/" + member.id()).then().statusCode(200);
        as(member.token()).get("/api/v1/members/me").then().statusCode(200);
        assertThat(reads(member.id())).isZero();
        as(scene.officer).get("/api/v1/members/" + member.id()).then().statusCode(200);
        as(scene.officer)
                .get("/api/v1/members?organisation=" + cell.id())
                .then()
                .body("items", hasSize(1));
        as(scene.officer)
                .get("/api/v1/members/" + member.id() + "/history")
                .then()
                .statusCode(200);
        assertThat(reads(member.id())).isEqualTo(3);
        assertThat(count("select count(*) from audit_record where subject_id = ?1 and post_id is null", member.id()))
                .isZero();
    }

    @Test
    void a_membership_shows_nobody_else() {
        var member = scene.aMember(cell);
        var colleague = scene.aMember(cell);
        as(colleague.token()).get("/api/v1/members/" + member.id()).then().statusCode(404);
        as(colleague.token())
                .get("/api/v1/members/" + member.id() + "/history")
                .then()
                .statusCode(404);
        as(colleague.token()).get("/api/v1/members").then().body("items", empty());
    }

    private static long reads(UUID member) {
        return count(
                "select count(*) from audit_record where subject_id = ?1 and action in ('read-member', 'list-members',"
                        + " 'read-history')",
                member);
    }

    private void ids(String query, UUID... expected) {
        as(scene.officer)
                .get("/api/v1/members" + query)
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(List.of(expected).stream().map(UUID::toString).toArray()));
    }
}
