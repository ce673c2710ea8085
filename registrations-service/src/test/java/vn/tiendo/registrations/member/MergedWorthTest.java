package vn.tiendo.registrations.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.query;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Of a person who was entered twice nothing is lost and nothing counts twice: ratings, nominations, reviews, good
/// deeds.
@QuarkusTest
class MergedWorthTest {

    private static final List<String> STEPS = List.of("self-score", "appraisal", "proposal", "decision");
    private static final List<String> WAY_UP = List.of("approval", "report", "commendation");

    private final Scene scene = new Scene();
    private final KnownOrganisation unit = TestTree.aChildOf(scene.committee);
    private final KnownOrganisation cell = TestTree.aChildOf(unit);
    private final String clerk = holder(Role.COMMITTEE_OFFICER, unit);
    private final String leader = holder(Role.COMMITTEE_LEADER, unit);
    private final String superior = holder(Role.COMMITTEE_LEADER, scene.committee);
    private final String secretary = holder(Role.CELL_SECRETARY, cell);
    private Person survivor;
    private Person merged;

    @BeforeEach
    void at_the_end_of_2025() {
        survivor = scene.aMember(cell);
        merged = scene.aMember(cell);
        TestClock.setTo(LocalDateTime.of(2025, 12, 20, 9, 0));
    }

    @AfterEach
    void now() {
        TestClock.setBack();
    }

    @Test
    void of_two_ratings_the_one_that_has_come_further_counts_and_the_other_is_set_aside() {
        decideCell(Map.of("year", 2025));
        var group = group(Map.of("year", 2025));
        var own = rating(group, survivor);
        var further = rating(group, merged);
        step(own, survivor, 2);
        step(further, merged, 4);
        merge();
        get(survivor.token(), "ratings/" + further)
                .then()
                .body("rating.memberId", is(survivor.id().toString()))
                .body("rating.decidedGrade", is("GOOD"));
        get(survivor.token(), "ratings/" + own).then().body("rating.setAsideAt", notNullValue());
        refused(command(clerk, "ratings/" + own + "/proposal", Map.of("grade", "GOOD")), 409, "rating-set-aside");
        get(superior, "ratings/groups/" + group).then().body("baseCount", is(1));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'set-aside-rating'",
                        UUID.fromString(own)))
                .isOne();
    }

    @Test
    void two_decided_ratings_of_one_group_count_as_one() {
        decideCell(Map.of("year", 2025));
        var group = group(Map.of("year", 2025));
        step(rating(group, survivor), survivor, 4);
        step(rating(group, merged), merged, 4);
        get(superior, "ratings/groups/" + group).then().body("baseCount", is(2));
        merge();
        get(superior, "ratings/groups/" + group).then().body("baseCount", is(1));
    }

    @Test
    void of_two_nominations_by_one_unit_one_gives_way_and_an_award_is_not_forgotten() {
        var own = nominated(survivor, 2025, 1);
        var further = nominated(merged, 2025, 3);
        var later = nominated(survivor, 2026, 0);
        merge();
        get(clerk, "nominations/" + own)
                .then()
                .body("status", is("REJECTED"))
                .body("rejectedFrom", is("APPROVED"))
                .body("gaveWayToId", is(further));
        get(clerk, "nominations/" + further)
                .then()
                .body("status", is("COMMENDED"))
                .body("memberId", is(survivor.id().toString()));
        get(clerk, "nominations/" + later).then().body("priorAwardYear", is(2025));
        refused(command(leader, "nominations/" + later + "/approval", Map.of()), 409, "commended-before");
    }

    @Test
    void a_review_that_both_were_recorded_for_stands_once() {
        review(survivor, "2025-12-01");
        review(merged, "2025-12-01");
        review(merged, "2025-12-05");
        merge();
        get(survivor.token(), "members/reviews?mine=true").then().body("items", hasSize(3));
        assertThat(query(
                        "select cast(held_on as text) from member_review where member_id = ?1 and cancelled_at is null"
                                + " order by 1",
                        String.class,
                        survivor.id()))
                .containsExactly("2025-12-01", "2025-12-05");
        get(secretary, "members/reviews/coverage?year=2025&organisation=" + cell.id())
                .then()
                .body("members", is(1))
                .body("reviewed", is(1));
    }

    /// Whatever two records have gone through before.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothing_is_lost_and_nothing_counts_twice(long seed) {
        var random = new Random(seed);
        var year = Map.<String, Object>of("year", 2025);
        var quarter = Map.<String, Object>of("year", 2025, "quarter", 4);
        var kinds = List.of(Map.<String, Object>of("year", 2025, "side", "AGENCY"), quarter, year);
        decideCell(quarter);
        decideCell(year);
        for (var kind : kinds) {
            var groups = List.of(group(kind), group(kind));
            for (var person : List.of(survivor, merged)) {
                if (random.nextInt(4) > 0) {
                    // the year waits for its quarter and the party for the agency: those go as far as they may
                    step(rating(groups.get(random.nextInt(2)), person), person, random.nextInt(5));
                }
            }
        }
        for (var person : List.of(survivor, merged)) {
            for (int of : List.of(2025, 2026)) {
                if (random.nextInt(3) > 0) {
                    nominated(person, of, random.nextInt(4));
                }
            }
            for (int day = 1; day < 5; day++) {
                if (random.nextBoolean()) {
                    review(person, "2025-12-0" + day);
                }
            }
            deed(person);
        }
        var before = everything();
        merge();
        assertThat(everything()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(before);
        assertNothingUnder(merged);
        assertNothingCountsTwice();
    }

    /// Each row of both records, whoever it belongs to now.
    private List<UUID> everything() {
        var found = new ArrayList<UUID>();
        for (var table : List.of(
                "rating where member_id",
                "nomination where nominee_member_id",
                "member_review where member_id",
                "good_deed where doer_member_id")) {
            found.addAll(Scene.uuids("select id from " + table + " in (?1, ?2)", survivor.id(), merged.id()));
        }
        return found;
    }

    private static void assertNothingUnder(Person person) {
        assertThat(count(
                        "select (select count(*) from rating where member_id = ?1)"
                                + " + (select count(*) from nomination where nominee_member_id = ?1)"
                                + " + (select count(*) from member_review where member_id = ?1)"
                                + " + (select count(*) from good_deed where doer_member_id = ?1)",
                        person.id()))
                .isZero();
    }

    private void assertNothingCountsTwice() {
        assertThat(count(
                        "select count(*) from (select 1 from rating where member_id = ?1 and set_aside_at is null"
                                + " group by year, quarter, side having count(*) > 1) twice",
                        survivor.id()))
                .isZero();
        assertThat(count(
                        "select count(*) from (select 1 from nomination where nominee_member_id = ?1"
                                + " and status <> 'REJECTED' group by organisation_id, year, form having count(*) > 1) twice",
                        survivor.id()))
                .isZero();
        assertThat(count(
                        "select count(*) from (select 1 from member_review where member_id = ?1"
                                + " and cancelled_at is null group by organisation_id, held_on having count(*) > 1) twice",
                        survivor.id()))
                .isZero();
        assertThat(count(
                        "select count(*) from rating_group g where g.organisation_id = ?1 and g.base_count <>"
                                + " (select count(*) from rating r where r.group_id = g.id and r.decided_grade = 'GOOD'"
                                + " and r.set_aside_at is null)",
                        cell.id()))
                .isZero();
    }

    private void merge() {
        command(scene.officer, "members/" + survivor.id() + "/merges", Map.of("memberId", merged.id()))
                .then()
                .statusCode(200);
    }

    private void decideCell(Map<String, ?> period) {
        var group = formed(unit, "COLLECTIVE", period);
        var id = opened(group, Map.of("organisationId", cell.id(), "head", false));
        for (int i = 0; i < 4; i++) {
            assertThat(said(id, i, secretary)).isEqualTo(200);
        }
    }

    private String group(Map<String, ?> period) {
        return formed(cell, "INDIVIDUAL", period);
    }

    private String formed(KnownOrganisation at, String subject, Map<String, ?> period) {
        var group = new HashMap<String, Object>(
                Map.of("organisationId", at.id(), "subject", subject, "name", "Nhóm " + UUID.randomUUID()));
        group.putAll(period);
        group.put("registrationCounts", false);
        return made(create(superior, "ratings/groups", group));
    }

    private String rating(String group, Person person) {
        return opened(group, Map.of("organisationId", cell.id(), "memberId", person.id(), "head", false));
    }

    private String opened(String group, Map<String, ?> subject) {
        return create(superior, "ratings", Map.of("groupId", group, "subjects", List.of(subject)))
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
    }

    private void step(String rating, Person person, int many) {
        for (int i = 0; i < many; i++) {
            assertThat(said(rating, i, person.token())).isIn(200, 409);
        }
    }

    private int said(String rating, int step, String self) {
        Map<String, ?> body = switch (step) {
            case 0 -> Map.of("points", 80);
            case 1 -> Map.of("points", 80, "disqualified", false);
            default -> Map.of("grade", "GOOD");
        };
        var by = step == 0 ? self : step == 3 ? leader : clerk;
        return command(by, "ratings/" + rating + "/" + STEPS.get(step), body).statusCode();
    }

    private String nominated(Person person, int year, int many) {
        var id = made(create(
                clerk,
                "nominations",
                Map.of(
                        "organisationId",
                        unit.id(),
                        "year",
                        year,
                        "form",
                        "INDIVIDUAL",
                        "memberId",
                        person.id(),
                        "achievement",
                        "Giúp hai hộ thoát nghèo")));
        var by = List.of(leader, clerk, superior);
        for (int i = 0; i < many; i++) {
            var body = i == 0 ? Map.of("despitePriorAward", true) : Map.<String, Object>of();
            command(by.get(i), "nominations/" + id + "/" + WAY_UP.get(i), body)
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    private void review(Person person, String day) {
        create(
                        secretary,
                        "members/reviews",
                        Map.of(
                                "organisationId",
                                cell.id(),
                                "year",
                                2025,
                                "heldOn",
                                day,
                                "memberIds",
                                List.of(person.id())))
                .then()
                .body("items.outcome", contains("RECORDED"));
    }

    private void deed(Person person) {
        made(create(
                secretary,
                "good-deeds",
                Map.of(
                        "organisationId",
                        cell.id(),
                        "memberId",
                        person.id(),
                        "deed",
                        "Trả lại của rơi",
                        "doneOn",
                        "2025-11-10")));
    }

    private static String holder(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }
}
