package vn.tiendo.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class BulkReviewTest {

    private final Scene scene = new Scene();

    @Test
    void every_row_is_judged_for_itself() {
        var cell = scene.aCell();
        var members = Stream.generate(() -> scene.aMember(cell)).limit(4).toList();
        var campaign = scene.open(cell);
        var secretary = scene.aSecretaryOf(cell);
        var ids =
                members.stream().map(member -> registrationOf(member, campaign)).toList();
        for (int i = 0; i < 3; i++) {
            submit(members.get(i).token(), ids.get(i), "\"0\"").then().statusCode(200);
        }
        var stranger = UUID.randomUUID();
        acceptAll(
                        secretary,
                        row(ids.get(0), 1),
                        row(ids.get(1), 0),
                        row(ids.get(3), 0),
                        row(stranger, 0),
                        row(ids.get(2), 1))
                .then()
                .statusCode(200)
                .body("done", is(2))
                .body("refused", is(3))
                .body("items.outcome", contains("DONE", "REFUSED", "REFUSED", "REFUSED", "DONE"))
                .body("items[0].version", is(2))
                .body("items[1].problem", is("/problems/stale-version"))
                .body("items[2].problem", is("/problems/wrong-registration-status"))
                .body("items[2].title", is("Trạng thái bản đăng ký không phù hợp"))
                .body("items[3].problem", is("/problems/registration-not-found"));
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + cell.id())
                .then()
                .body("accepted", is(2))
                .body("submitted", is(1))
                .body("missing", is(1));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'accept-registration'",
                        ids.get(0)))
                .isOne();
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'accept-registration'",
                        ids.get(1)))
                .isZero();
    }

    @Test
    void nobody_accepts_the_own_one_among_others() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        var campaign = scene.open(cell);
        var id = registrationOf(member, campaign);
        submit(member.token(), id, "\"0\"").then().statusCode(200);
        TestTree.give(member.subject(), Role.CELL_SECRETARY, cell);
        acceptAll(member.token(), row(id, 1)).then().body("items[0].problem", is("/problems/own-registration"));
    }

    @Test
    void many_are_returned_with_one_reason_and_keep_what_was_submitted() {
        var cell = scene.aCell();
        var members = Stream.generate(() -> scene.aMember(cell)).limit(3).toList();
        var campaign = scene.open(cell);
        var secretary = scene.aSecretaryOf(cell);
        var rows = new ArrayList<String>();
        for (var member : members) {
            var id = registrationOf(member, campaign);
            submit(member.token(), id, "\"0\"").then().statusCode(200);
            rows.add(row(id, 1));
        }
        as(secretary)
                .body("{\"items\":[" + String.join(",", rows) + "],\"reason\":\"Chưa rõ việc\"}")
                .post("/api/v1/registrations/returns")
                .then()
                .statusCode(200)
                .body("done", is(3))
                .body("items.outcome", everyItem(is("DONE")));
        assertThat(count(
                        "select count(*) from registration_revision v join registration r on r.id = v.registration_id"
                                + " where r.campaign_id = ?1 and v.return_reason = 'Chưa rõ việc'",
                        campaign))
                .isEqualTo(3);
    }

    @Test
    void _400_for_more_than_two_hundred_for_one_twice_and_for_a_return_without_a_reason() {
        var secretary = scene.aSecretaryOf(scene.aCell());
        acceptAll(
                        secretary,
                        Stream.generate(() -> row(UUID.randomUUID(), 0))
                                .limit(201)
                                .toArray(String[]::new))
                .then()
                .statusCode(400);
        var one = row(UUID.randomUUID(), 0);
        acceptAll(secretary, one, one).then().statusCode(400);
        as(secretary)
                .body("{\"items\":[" + one + "],\"reason\":\" \"}")
                .post("/api/v1/registrations/returns")
                .then()
                .statusCode(400);
    }

    /// The fastest page counts: meanwhile 1,200 events are sent, followed and folded.
    @Test
    void two_hundred_are_accepted_at_a_rate_of_a_thousand_in_three_seconds() {
        var cell = scene.aCell();
        Scene.execute("""
                with people as (
                  insert into member (id, version, name, name_key, birth_date, category, status, language)
                  select gen_random_uuid(), 0, 'x', 'x', date '1980-01-01', 'PARTY_MEMBER', 'ACTIVE', 'vi'
                    from generate_series(1, 1200) returning id)
                insert into membership (member_id, ordinal, organisation_id, organisation_path, valid_from)
                select id, 0, ?1, ?2, date '2020-01-01' from people""", cell.id(), cell.path());
        var campaign = scene.open(cell);
        var secretary = scene.aSecretaryOf(cell);
        Scene.execute("""
                  update registration set status = 'SUBMITTED', content = '{"study":"a","follow":"b","exemplaryConduct":"c"}',
                    form_version_id = '0190f000-0000-7000-8000-000000000001', submitted_at = now(), received_at = now(),
                    counted_at = now(), version = 1 where campaign_id = ?1""", campaign);
        var ids = Scene.uuids("select id from registration where campaign_id = ?1 order by id", campaign);
        assertThat(acceptPage(secretary, ids, 0)).isEqualTo(200); // warm
        var fastest = Duration.ofDays(1);
        for (int page = 1; page <= 5; page++) {
            var began = System.nanoTime();
            assertThat(acceptPage(secretary, ids, page)).isEqualTo(200);
            var took = Duration.ofNanos(System.nanoTime() - began);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).isLessThan(Duration.ofMillis(600));
        assertThat(count("select count(*) from registration where campaign_id = ?1 and status = 'ACCEPTED'", campaign))
                .isEqualTo(1200);
        accept(secretary, ids.getFirst(), "\"2\"").then().statusCode(409);
    }

    private static int acceptPage(String token, List<UUID> ids, int page) {
        return acceptAll(
                        token,
                        ids.subList(page * 200, page * 200 + 200).stream()
                                .map(id -> row(id, 1))
                                .toArray(String[]::new))
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("done");
    }

    private static Response acceptAll(String token, String... rows) {
        return as(token)
                .body("{\"items\":" + Stream.of(rows).collect(Collectors.joining(",", "[", "]")) + "}")
                .post("/api/v1/registrations/acceptances");
    }

    private static String row(UUID id, long version) {
        return "{\"id\":\"%s\",\"version\":%d}".formatted(id, version);
    }
}
