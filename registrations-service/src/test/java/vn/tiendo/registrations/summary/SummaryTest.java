package vn.tiendo.registrations.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static vn.tiendo.registrations.Scene.accept;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.etagOf;
import static vn.tiendo.registrations.Scene.giveBack;
import static vn.tiendo.registrations.Scene.query;
import static vn.tiendo.registrations.Scene.registrationOf;
import static vn.tiendo.registrations.Scene.submit;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class SummaryTest {

    private final Scene scene = new Scene();

    @Test
    void any_sequence_of_transitions_gives_the_numbers_of_a_recount_at_every_level() {
        var board = TestTree.aChildOf(scene.committee);
        var cells = List.of(scene.aCell(), TestTree.aChildOf(board), TestTree.aChildOf(board));
        var people = new ArrayList<Person>();
        for (int i = 0; i < 9; i++) {
            people.add(scene.aMember(i % 4 == 3 ? "RETIRED" : "ACTIVE", cells.get(i % 3)));
        }
        var campaign = scene.open(cells.toArray(KnownOrganisation[]::new));
        var random = new Random(20240410);
        for (int step = 0; step < 40; step++) {
            var person = people.get(random.nextInt(people.size()));
            var id = registrationOf(person, campaign);
            var etag = etagOf(person.token(), id);
            switch (random.nextInt(4)) {
                case 0, 1 -> submit(person.token(), id, etag);
                case 2 -> accept(scene.officer, id, etag);
                default -> giveBack(scene.officer, id, etag);
            }
            if (step % 8 == 0) {
                assertNumbers(campaign, scene.committee);
            }
        }
        var all = new ArrayList<>(cells);
        all.add(board);
        all.add(scene.committee);
        all.forEach(organisation -> assertNumbers(campaign, organisation));
        Scene.awaitFolded();
        all.forEach(organisation -> assertNumbers(campaign, organisation));
    }

    @Test
    void a_unit_is_published_as_complete_when_everybody_is_accepted_or_exempt() {
        var cell = scene.aCell();
        var member = scene.aMember(cell);
        scene.aMember("ELDERLY", cell);
        scene.issuePlan();
        var assignment = scene.assign(cell, Scene.tomorrow());
        var campaign = scene.openCampaign(1);
        submit(member.token(), registrationOf(member, campaign), "\"0\"").then().statusCode(200);
        accept(scene.aSecretaryOf(cell), registrationOf(member, campaign), "\"1\"")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> TestEvents.on("registrations.unit-summary.v1", assignment.toString()),
                        events -> !events.isEmpty()
                                && new String(events.getLast().value(), StandardCharsets.UTF_8)
                                        .contains("\"accepted\":1,\"exempt\":1,\"returned\":0,\"late\":0,\"missing\":0,"
                                                + "\"completedAt\""));
    }

    @Test
    void the_numbers_follow_a_unit_that_moves_to_another_parent() {
        var left = TestTree.aChildOf(scene.committee);
        var right = TestTree.aChildOf(scene.committee);
        var cell = TestTree.aChildOf(left);
        scene.aMember(cell);
        var campaign = scene.open(cell);
        Scene.awaitFolded();
        assertThat(owes(campaign, left)).isOne();
        var moved = new KnownOrganisation(
                cell.id(),
                cell.code(),
                cell.name(),
                cell.kind(),
                right.id(),
                right.path() + cell.path().substring(left.path().length()),
                cell.validFrom(),
                null);
        QuarkusTransaction.requiringNew()
                .run(() -> Arc.container().instance(ReachRepository.class).get().put(moved));
        await().atMost(Duration.ofSeconds(20)).until(() -> owes(campaign, right) == 1);
        assertThat(owes(campaign, left)).isZero();
        assertThat(owes(campaign, scene.committee)).isOne();
    }

    @Test
    void the_numbers_of_each_subordinate_are_those_of_its_own_summary_waiting_ones_included() {
        var board = TestTree.aChildOf(scene.committee);
        var cells = List.of(scene.aCell(), TestTree.aChildOf(board), TestTree.aChildOf(board));
        var people = cells.stream().map(scene::aMember).toList();
        var campaign = scene.open(cells.toArray(KnownOrganisation[]::new));
        Scene.awaitFolded();
        for (var person : people) {
            submit(person.token(), registrationOf(person, campaign), "\"0\"");
            var children = children(campaign, 1);
            assertThat(children.getList("items.id", String.class)).hasSize(1);
            var next = children.getString("nextCursor");
            var second = as(scene.officer)
                    .get("/api/v1/campaigns/" + campaign + "/summary/children?organisation=" + scene.committee.id()
                            + "&limit=1&cursor=" + next)
                    .jsonPath();
            assertThat(second.getString("nextCursor")).isNull();
            for (var page : List.of(children, second)) {
                var id = page.getString("items[0].id");
                var alone = as(scene.officer)
                        .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + id)
                        .jsonPath();
                assertThat(page.getMap("items[0].summary")).isEqualTo(alone.getMap(""));
            }
        }
    }

    private io.restassured.path.json.JsonPath children(UUID campaign, int limit) {
        return as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary/children?organisation=" + scene.committee.id()
                        + "&limit=" + limit)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void who_is_missing_is_listed_unit_by_unit_page_by_page_and_nobody_twice() {
        var board = TestTree.aChildOf(scene.committee);
        var cells = List.of(scene.aCell(), TestTree.aChildOf(board), TestTree.aChildOf(board));
        var people = new ArrayList<Person>();
        for (int i = 0; i < 11; i++) {
            people.add(scene.aMember(cells.get(i % 3)));
        }
        scene.aMember("RETIRED", cells.getFirst());
        var campaign = scene.open(cells.toArray(KnownOrganisation[]::new));
        var in = people.subList(0, 4);
        in.forEach(person -> submit(person.token(), registrationOf(person, campaign), "\"0\""));
        Scene.awaitFolded();
        var expected = people.subList(4, 11).stream()
                .map(person -> registrationOf(person, campaign).toString())
                .toList();
        assertThat(missing(campaign, 2)).containsExactlyInAnyOrderElementsOf(expected);
        var path = "/api/v1/campaigns/" + campaign + "/summary/missing?organisation=" + scene.committee.id();
        as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary/missing?organisation=" + board.id())
                .then()
                .body(
                        "items.organisationId",
                        org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.oneOf(
                                cells.get(1).id().toString(), cells.get(2).id().toString())));
        as(scene.aSecretaryOf(scene.aCell())).get(path).then().statusCode(404);
    }

    @Test
    void who_is_missing_is_listed_to_the_end_when_every_unit_lacks_one_person() {
        var cells = Stream.generate(() -> TestTree.aChildOf(scene.committee))
                .limit(7)
                .toArray(KnownOrganisation[]::new);
        var expected = Arrays.stream(cells).map(scene::aMember).toList();
        var campaign = scene.open(cells);
        Scene.awaitFolded();
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(missing(campaign, limit))
                    .as("pages of %d", limit)
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(person -> registrationOf(person, campaign).toString())
                            .toList());
        }
    }

    private List<String> missing(UUID campaign, int limit) {
        var path = "/api/v1/campaigns/%s/summary/missing?organisation=%s&limit=%d"
                .formatted(campaign, scene.committee.id(), limit);
        var found = new ArrayList<String>();
        @Nullable String next = "";
        do {
            var page = as(scene.officer)
                    .get(path + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id", String.class));
            next = page.getString("nextCursor");
        } while (next != null);
        return found;
    }

    @Test
    void _404_out_of_reach_and_400_without_an_organisation() {
        var cell = scene.aCell();
        var campaign = scene.open(cell);
        var path = "/api/v1/campaigns/" + campaign + "/summary";
        as(scene.aSecretaryOf(cell))
                .get(path + "?organisation=" + scene.committee.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/organisation-not-found"));
        as(Tokens.of("stranger"))
                .get(path + "?organisation=" + cell.id())
                .then()
                .statusCode(404)
                .body("type", is("/problems/campaign-not-found"));
        as(scene.officer).get(path).then().statusCode(400).body("errors[0].field", is("organisation"));
    }

    private int owes(UUID campaign, KnownOrganisation organisation) {
        return as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + organisation.id())
                .then()
                .statusCode(200)
                .extract()
                .path("owes");
    }

    private void assertNumbers(UUID campaign, KnownOrganisation organisation) {
        var recount = query("""
            select concat_ws(' ', count(*),
                   count(*) filter (where status = 'SUBMITTED' and exempted_at is null),
                   count(*) filter (where status = 'ACCEPTED'),
                   count(*) filter (where exempted_at is not null and status <> 'ACCEPTED'),
                   count(*) filter (where status = 'RETURNED' and exempted_at is null),
                   count(*) filter (where status = 'OWED'))
              from registration r join campaign_unit u on u.id = r.unit_id
             where r.campaign_id = ?1 and starts_with(u.organisation_path, ?2)\
            """, String.class, campaign, organisation.path()).getFirst();
        var view = as(scene.officer)
                .get("/api/v1/campaigns/" + campaign + "/summary?organisation=" + organisation.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat("%d %d %d %d %d %d"
                        .formatted(
                                view.getInt("owes"),
                                view.getInt("submitted"),
                                view.getInt("accepted"),
                                view.getInt("exempt"),
                                view.getInt("returned"),
                                view.getInt("missing")))
                .as(organisation.name())
                .isEqualTo(recount);
    }
}
