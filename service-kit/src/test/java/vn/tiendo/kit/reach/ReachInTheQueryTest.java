package vn.tiendo.kit.reach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.time.Uuid7;

/// A committee with a parent, a sibling, a child and a grandchild, one thing at each, seen through HTTP.
@QuarkusTest
class ReachInTheQueryTest {

    @Inject
    ReachRepository organisations;

    @Inject
    Clock clock;

    private KnownOrganisation parent;
    private KnownOrganisation own;
    private KnownOrganisation sibling;
    private KnownOrganisation child;
    private KnownOrganisation grandchild;
    private String root;

    @BeforeEach
    void grow() {
        parent = TestTree.aRoot();
        own = TestTree.aChildOf(parent);
        sibling = TestTree.aChildOf(parent);
        child = TestTree.aChildOf(own);
        grandchild = TestTree.aChildOf(child);
        root = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, parent);
    }

    @AfterEach
    void setBack() {
        TestClock.setBack();
    }

    @Test
    void a_list_holds_the_own_subtree_and_nothing_else() {
        var things = Stream.of(parent, own, sibling, child, grandchild)
                .map(this::aThingAt)
                .toList();
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, own);
        assertThat(seenBy(officer)).containsExactlyInAnyOrder(things.get(1), things.get(3), things.get(4));
        assertThat(seenBy(root)).containsExactlyInAnyOrderElementsOf(things);
    }

    @Test
    void what_lies_outside_answers_404_like_what_does_not_exist() {
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, own);
        for (var within : List.of(own, child, grandchild)) {
            assertThat(statusOf(officer, aThingAt(within))).isEqualTo(200);
        }
        var missing = get(officer, UUID.randomUUID().toString());
        for (var outside : List.of(parent, sibling)) {
            var hidden = get(officer, aThingAt(outside));
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(withoutTrace(hidden.asString())).isEqualTo(withoutTrace(missing.asString()));
        }
    }

    @Test
    void within_reach_but_without_the_role_it_is_403_and_outside_404() {
        var auditor = Tokens.of(TestTree.aHolderOf(Role.AUDITOR, own));
        make(auditor, child).then().statusCode(403).body("type", is("/problems/role-required"));
        make(auditor, sibling).then().statusCode(404).body("type", is("/problems/organisation-not-found"));
    }

    @Test
    void a_role_that_does_not_read_lists_sees_nothing() {
        aThingAt(own);
        assertThat(seenBy(TestTree.aHolderOf(Role.MEMBER, own))).isEmpty();
    }

    @Test
    void a_post_counts_from_its_first_day_to_its_last() {
        var thing = aThingAt(own);
        var today = Days.dayOf(clock.instant());
        assertThat(seenBy(holder(today.minusYears(1), today.minusDays(1), null)))
                .isEmpty();
        assertThat(seenBy(holder(today.minusYears(1), today, null))).containsExactly(thing);
        assertThat(seenBy(holder(today, null, null))).containsExactly(thing);
        assertThat(seenBy(holder(today.plusDays(1), null, null))).isEmpty();
        assertThat(statusOf(holder(today.minusYears(1), today.minusDays(1), null), thing))
                .isEqualTo(404);
    }

    @Test
    void a_post_ends_at_midnight_in_viet_nam() {
        var thing = aThingAt(own);
        var officer = holder(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 9), null);
        TestClock.setTo(LocalDateTime.of(2024, 4, 9, 23, 58));
        assertThat(seenBy(officer)).containsExactly(thing);
        TestClock.setTo(LocalDateTime.of(2024, 4, 10, 0, 0));
        assertThat(seenBy(officer)).isEmpty();
    }

    @Test
    void a_post_that_is_taken_away_ends_with_the_next_request() {
        var thing = aThingAt(own);
        var subject = "moved-" + UUID.randomUUID();
        var post = TestTree.give(subject, Role.COMMITTEE_OFFICER, own);
        assertThat(seenBy(subject)).containsExactly(thing);
        TestTree.put(new KnownPost(
                post.id(),
                own.id(),
                post.role(),
                Tokens.ISSUER,
                subject,
                post.validFrom(),
                LocalDate.of(2001, 1, 1),
                null));
        assertThat(seenBy(subject)).isEmpty();
    }

    @Test
    void a_deputy_reaches_what_the_post_reaches_while_the_deputy_post_lasts() {
        var thing = aThingAt(child);
        var today = Days.dayOf(clock.instant());
        var principal = TestTree.give("principal-" + UUID.randomUUID(), Role.COMMITTEE_OFFICER, own);
        assertThat(seenBy(holder(today, today, principal.id()))).containsExactly(thing);
        assertThat(seenBy(holder(today.minusDays(9), today.minusDays(1), principal.id())))
                .isEmpty();
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        aThingAt(own);
        var subject = "twin-" + UUID.randomUUID();
        TestTree.put(new KnownPost(
                Uuid7.next(),
                own.id(),
                Role.COMMITTEE_OFFICER,
                "https://identity.test/other",
                subject,
                TestTree.LONG_AGO,
                null,
                null));
        assertThat(seenBy(subject)).isEmpty();
    }

    @Test
    void two_posts_in_two_places_reach_both() {
        var here = aThingAt(grandchild);
        var there = aThingAt(sibling);
        aThingAt(parent);
        var subject = "two-" + UUID.randomUUID();
        TestTree.give(subject, Role.COMMITTEE_OFFICER, child);
        TestTree.give(subject, Role.AUDITOR, sibling);
        TestTree.give(subject, Role.AUDITOR, grandchild);
        assertThat(seenBy(subject)).containsExactlyInAnyOrder(here, there);
    }

    @Test
    void when_a_subtree_moves_its_rows_follow_in_whatever_order_the_events_arrive() {
        var below = aThingAt(grandchild);
        var at = aThingAt(child);
        var before = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, own);
        var after = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, sibling);
        var moved = sibling.path() + child.path().substring(own.path().length());
        var movedBelow = moved + grandchild.path().substring(child.path().length());
        put(grandchild, child.id(), movedBelow, null);
        put(child, sibling.id(), moved, null);
        assertThat(seenBy(before)).isEmpty();
        assertThat(seenBy(after)).containsExactlyInAnyOrder(at, below);
        assertThat(pathOf(at)).containsExactly(moved);
        assertThat(pathOf(below)).containsExactly(movedBelow);
        put(child, own.id(), child.path(), null);
        put(grandchild, child.id(), grandchild.path(), null);
        assertThat(pathOf(at)).containsExactly(child.path());
        assertThat(pathOf(below)).containsExactly(grandchild.path());
    }

    @Test
    void a_post_at_an_organisation_gives_nothing_from_the_day_after_its_end() {
        var thing = aThingAt(child);
        var officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, child);
        put(child, own.id(), child.path(), LocalDate.of(2025, 6, 30));
        TestClock.setTo(LocalDateTime.of(2025, 6, 30, 23, 58));
        assertThat(seenBy(officer)).containsExactly(thing);
        TestClock.setTo(LocalDateTime.of(2025, 7, 1, 0, 0));
        assertThat(seenBy(officer)).isEmpty();
    }

    private void put(KnownOrganisation organisation, UUID parentId, String path, @Nullable LocalDate validTo) {
        QuarkusTransaction.requiringNew()
                .run(() -> organisations.put(new KnownOrganisation(
                        organisation.id(),
                        organisation.code(),
                        organisation.name(),
                        organisation.kind(),
                        parentId,
                        path,
                        organisation.validFrom(),
                        validTo)));
    }

    private static List<@Nullable String> pathOf(String thing) {
        return TestDatabase.ask("select organisation_path from thing where id = ?::uuid", thing);
    }

    @Test
    void the_range_is_served_by_an_index_of_bytes() {
        assertThat(TestDatabase.ask(
                        "select count(*) from reach_organisation where path >= ? and path < ?",
                        own.path(),
                        Reach.endOf(own.path())))
                .containsExactly("3");
    }

    private String holder(LocalDate from, @Nullable LocalDate to, @Nullable UUID deputyOf) {
        var subject = "officer-" + UUID.randomUUID();
        TestTree.put(new KnownPost(
                Uuid7.next(), own.id(), Role.COMMITTEE_OFFICER, Tokens.ISSUER, subject, from, to, deputyOf));
        return subject;
    }

    private String aThingAt(KnownOrganisation organisation) {
        return make(Tokens.of(root), organisation)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.response.Response make(String token, KnownOrganisation organisation) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"organisationId\":\"" + organisation.id() + "\",\"label\":\"" + UUID.randomUUID() + "\"}")
                .post("/api/v1/things");
    }

    private static List<String> seenBy(String subject) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .get("/api/v1/things?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static io.restassured.response.Response get(String subject, String thing) {
        return given().auth().oauth2(Tokens.of(subject)).get("/api/v1/things/" + thing);
    }

    private static int statusOf(String subject, String thing) {
        return get(subject, thing).statusCode();
    }

    private static String withoutTrace(String body) {
        return body.replaceAll("\"traceId\":\"[^\"]+\"", "");
    }
}
