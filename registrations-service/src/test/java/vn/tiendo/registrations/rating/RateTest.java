package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.holder;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.Scene;

@QuarkusTest
class RateTest extends AtYearsEnd {

    @Test
    void a_member_is_scored_appraised_proposed_decided_and_final() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var id = at.proposed(at.group(at.cell, "INDIVIDUAL"), member, 82, "GOOD");
        decide(at.leader, id, "GOOD").then().statusCode(200).body("status", is("DECIDED"));
        command(at.leader, "ratings/" + id + "/finalisation", null)
                .then()
                .statusCode(200)
                .body("status", is("FINAL"))
                .body("decidedGrade", is("GOOD"));
        refused(decide(at.leader, id, "COMPLETED"), 409, "wrong-rating-status");
        get(member.token(), "ratings?mine=true").then().body("items.id", contains(id));
        assertThat(Scene.count("select count(*) from audit_record where subject_id = ?1", UUID.fromString(id)))
                .isEqualTo(6);
    }

    @Test
    void reading_another_persons_rating_is_recorded_and_reading_the_own_is_not() {
        var member = at.scene.aMember(at.cell);
        var id = at.opened(at.group(at.cell, "INDIVIDUAL"), at.cell, member, false);
        get(member.token(), "ratings/" + id).then().statusCode(200).body("rating.status", is("OPEN"));
        assertThat(reads(id)).isZero();
        get(at.secretary, "ratings/" + id).then().statusCode(200);
        get(at.secretary, "ratings?organisation=" + at.cell.id()).then().body("items.id", contains(id));
        assertThat(reads(id)).isEqualTo(2);
        refused(get(at.scene.aMember(at.cell).token(), "ratings/" + id), 404, "rating-not-found");
        refused(get(at.scene.aSecretaryOf(at.scene.aCell()), "ratings/" + id), 404, "rating-not-found");
        get(at.scene.aSecretaryOf(at.scene.aCell()), "ratings").then().body("items", empty());
    }

    private static long reads(String id) {
        return Scene.count(
                "select count(*) from audit_record where subject_id = ?1 and action = 'read-rating'",
                UUID.fromString(id));
    }

    @Test
    void nobody_rates_oneself_and_who_proposes_does_not_decide() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        TestTree.give(member.subject(), Role.COMMITTEE_LEADER, at.unit);
        var group = at.group(at.cell, "INDIVIDUAL");
        var id = at.opened(group, at.cell, member, false);
        ok(command(member.token(), "ratings/" + id + "/self-score", Map.of("points", 95)));
        var appraisal = Map.of("points", 95, "disqualified", false);
        refused(command(member.token(), "ratings/" + id + "/appraisal", appraisal), 403, "own-rating");
        ok(command(at.leader, "ratings/" + id + "/appraisal", appraisal));
        refused(command(member.token(), "ratings/" + id + "/proposal", Map.of("grade", "GOOD")), 403, "own-rating");
        ok(command(at.leader, "ratings/" + id + "/proposal", Map.of("grade", "GOOD")));
        refused(decide(member.token(), id, "GOOD"), 403, "own-rating");
        refused(decide(at.leader, id, "GOOD"), 403, "proposer-cannot-decide");
        refused(decide(at.clerk, id, "GOOD"), 403, "role-required");
        ok(decide(at.superior, id, "GOOD"));
    }

    @Test
    void others_score_only_who_cannot_sign_in_and_a_collective_is_scored_by_its_own() {
        var group = at.group(at.cell, "INDIVIDUAL");
        var id = at.opened(group, at.cell, at.scene.aMember(at.cell), false);
        refused(command(at.secretary, "ratings/" + id + "/self-score", Map.of("points", 80)), 403, "not-own-rating");
        var elderly = at.scene.aMember(at.cell);
        Scene.execute("update member set identity_issuer = null, identity_subject = null where id = ?1", elderly.id());
        var onPaper = at.opened(group, at.cell, elderly, false);
        ok(command(at.secretary, "ratings/" + onPaper + "/self-score", Map.of("points", 80)));
        var cell = at.opened(at.group(at.unit, "COLLECTIVE"), at.cell, null, false);
        refused(command(at.leader, "ratings/" + cell + "/self-score", Map.of("points", 80)), 403, "not-own-rating");
        ok(command(at.secretary, "ratings/" + cell + "/self-score", Map.of("points", 80)));
        refused(command(at.secretary, "ratings/" + cell + "/appraisal", Map.of("points", 80)), 403, "role-required");
    }

    @Test
    void _409_above_the_cap_with_the_numbers_and_nothing_of_the_act_is_kept() {
        at.rateCell();
        var group = at.group(at.cell, "INDIVIDUAL");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposed(group, at.scene.aMember(at.cell), 75, "GOOD"), "GOOD");
        }
        var first = at.proposed(group, at.scene.aMember(at.cell), 95, "OUTSTANDING");
        var second = at.proposed(group, at.scene.aMember(at.cell), 92, "OUTSTANDING");
        grades.put(first, "OUTSTANDING");
        grades.put(second, "OUTSTANDING");
        var refusal = at.decideAll(at.leader, group, grades);
        refused(refusal, 409, "cap-exceeded");
        refusal.then()
                .body("detail", is("Sẽ có 2 được xếp OUTSTANDING, nhưng 20 % của 5 được xếp GOOD chỉ cho phép 1."));
        at.groupNow(group).then().body("cappedCount", is(0)).body("baseCount", is(0));
        grades.remove(second);
        ok(at.decideAll(at.leader, group, grades));
        at.groupNow(group)
                .then()
                .body("document", is("366-QĐ/TW"))
                .body("cappedCount", is(1))
                .body("baseCount", is(5))
                .body("percent", is(20))
                .body("allowed", is(1));
        refused(decide(at.leader, second, "OUTSTANDING"), 409, "cap-exceeded");
        refused(decide(at.leader, second, "GOOD"), 422, "reason-needed");
        command(at.leader, "ratings/" + second + "/decision", Map.of("grade", "GOOD", "reason", "Vượt tỷ lệ"))
                .then()
                .statusCode(200);
        var lowered = grades.keySet().iterator().next();
        ok(command(at.leader, "ratings/" + lowered + "/decision", Map.of("grade", "COMPLETED", "reason", "Xem lại")));
        ok(command(at.leader, "ratings/" + second + "/decision", Map.of("grade", "GOOD", "reason", "Giữ nguyên")));
        var last = command(
                at.leader, "ratings/" + second + "/decision", Map.of("grade", "COMPLETED", "reason", "Xem lại"));
        refused(last, 409, "cap-exceeded");
    }

    @Test
    void only_an_outstanding_organisation_gets_a_higher_cap_and_only_from_above() {
        var collectives = at.group(at.unit, "COLLECTIVE");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposedCell(collectives, TestTree.aChildOf(at.unit), 75, "GOOD"), "GOOD");
        }
        var ofCell = at.proposedCell(collectives, at.cell, 93, "OUTSTANDING");
        var group = at.group(at.cell, "INDIVIDUAL");
        var raise = "ratings/groups/" + group + "/raised-cap";
        var decision = Map.of("decision", "QĐ 15-QĐ/TU");
        refused(command(at.secretary, raise, decision), 403, "role-required");
        refused(command(at.leader, raise, decision), 409, "organisation-not-outstanding");
        grades.put(ofCell, "OUTSTANDING");
        ok(at.decideAll(at.leader, collectives, grades));
        var people = new LinkedHashMap<String, String>();
        for (int i = 0; i < 4; i++) {
            people.put(at.proposed(group, at.scene.aMember(at.cell), 75, "GOOD"), "GOOD");
        }
        people.put(at.proposed(group, at.scene.aMember(at.cell), 95, "OUTSTANDING"), "OUTSTANDING");
        refused(at.decideAll(at.leader, group, people), 409, "cap-exceeded");
        command(at.leader, raise, decision).then().statusCode(200).body("percent", is(25));
        refused(command(at.leader, raise, decision), 409, "cap-already-raised");
        ok(at.decideAll(at.leader, group, people));
        var lowered = command(
                at.leader, "ratings/" + ofCell + "/decision", Map.of("grade", "GOOD", "reason", "Thẩm định lại"));
        refused(lowered, 409, "cap-exceeded");
    }

    @Test
    void the_regulation_in_force_at_the_end_of_the_year_governs_it() {
        var rules = get(at.secretary, "ratings/rules").then().statusCode(200);
        rules.body("items.document", hasItems("124-QĐ/TW", "366-QĐ/TW"))
                .body("items.find { it.document == '366-QĐ/TW' }.grades.minPoints", contains(90f, 70f, 50f, 0f))
                .body("items.find { it.document == '366-QĐ/TW' }.raisedCapPercent", is(25))
                .body("items.find { it.document == '124-QĐ/TW' }.capPercent", is(20))
                .body("items.find { it.document == '124-QĐ/TW' }.inForceFrom", is("2023-10-04"));
        var earlier = at.group(at.cell, "INDIVIDUAL", 2024, true);
        at.groupNow(earlier).then().body("document", is("124-QĐ/TW"));
        var member = at.scene.aMember(at.cell);
        var id = at.opened(earlier, at.cell, member, false);
        refused(command(member.token(), "ratings/" + id + "/self-score", Map.of("points", 80)), 422, "no-points-known");
        refused(
                command(at.leader, "ratings/groups/" + earlier + "/raised-cap", Map.of("decision", "x")),
                422,
                "cap-cannot-be-raised");
        var tooEarly = Map.of("organisationId", at.cell.id(), "year", 2022, "subject", "INDIVIDUAL", "name", "x");
        refused(create(at.leader, "ratings/groups", tooEarly), 422, "no-rating-rule");
    }

    @Test
    void only_who_administers_the_top_adds_a_regulation_and_only_a_later_one() {
        var known = get(at.secretary, "ratings/rules").jsonPath().getList("items.inForceFrom", String.class);
        var last = LocalDate.parse(known.getLast());
        var later = last.isBefore(LocalDate.of(2090, 1, 1)) ? LocalDate.of(2090, 1, 1) : last.plusDays(1);
        var rule = new HashMap<String, Object>(Map.of(
                "document",
                "1-QĐ/TW",
                "documentDate",
                "2090-01-01",
                "inForceFrom",
                later.toString(),
                "capGrade",
                "A",
                "capBase",
                "B",
                "capPercent",
                10,
                "rounding",
                "HALF_UP",
                "grades",
                List.of(
                        Map.of("code", "A", "nameVi", "A", "nameEn", "A"),
                        Map.of("code", "B", "nameVi", "B", "nameEn", "B"))));
        refused(create(holder(Role.ADMINISTRATOR, at.unit), "ratings/rules", rule), 403, "role-required");
        create(at.scene.administrator, "ratings/rules", rule)
                .then()
                .statusCode(201)
                .body("rounding", is("HALF_UP"));
        refused(create(at.scene.administrator, "ratings/rules", rule), 409, "rating-rule-too-early");
        rule.put("inForceFrom", later.plusDays(1).toString());
        rule.put("capBase", "C");
        refused(create(at.scene.administrator, "ratings/rules", rule), 422, "rating-rule-unsound");
    }

    @Test
    void a_registration_that_was_owed_and_never_accepted_keeps_the_best_grade_away() {
        var member = at.scene.aMember(at.cell);
        at.scene.issuePlan();
        at.scene.assign(Uuid7.next(), at.cell.id(), "2025", Instant.parse("2025-12-31T17:00:00Z"), 1);
        var campaign = at.scene.openCampaign(1);
        at.rateCell();
        var group = at.group(at.cell, "INDIVIDUAL");
        var grades = new LinkedHashMap<String, String>();
        for (int i = 0; i < 5; i++) {
            grades.put(at.proposed(group, at.scene.aMember(at.cell), 75, "GOOD"), "GOOD");
        }
        ok(at.decideAll(at.leader, group, grades));
        var id = at.proposed(group, member, 95, "OUTSTANDING");
        var refusal = decide(at.leader, id, "OUTSTANDING");
        refused(refusal, 422, "registration-not-fulfilled");
        refusal.then()
                .body(
                        "detail",
                        is("Mức cao nhất đòi hỏi mọi bản đăng ký trong năm được chấp nhận: phải nộp 1, được chấp"
                                + " nhận 0."));
        var registration = Scene.registrationOf(member, campaign);
        ok(Scene.submit(member.token(), registration, Scene.etagOf(member.token(), registration)));
        ok(Scene.accept(at.secretary, registration, Scene.etagOf(member.token(), registration)));
        decide(at.leader, id, "OUTSTANDING")
                .then()
                .statusCode(200)
                .body("registrations.owed", is(1))
                .body("registrations.accepted", is(1));
    }

    @Test
    void only_a_leader_forms_a_group_of_a_year_in_which_registrations_do_not_count() {
        var ofYear = new HashMap<String, Object>(Map.of(
                "organisationId", at.cell.id(), "year", 2025, "subject", "INDIVIDUAL", "registrationCounts", false));
        ofYear.put("name", "Không tính đăng ký");
        refused(create(at.secretary, "ratings/groups", ofYear), 403, "role-required");
        refused(create(at.clerk, "ratings/groups", ofYear), 403, "role-required");
        made(create(at.leader, "ratings/groups", ofYear));
        ofYear.put("quarter", 4);
        made(create(at.secretary, "ratings/groups", ofYear));
    }

    @Test
    void one_rating_per_member_and_year_and_only_of_the_group_s_own_people() {
        var group = at.group(at.cell, "INDIVIDUAL");
        var member = at.scene.aMember(at.cell);
        at.opened(group, at.cell, member, false);
        refused(at.open(group, at.cell, member, false), 409, "one-rating-per-member-and-year");
        var elsewhere = at.scene.aMember(at.scene.aCell());
        refused(at.open(group, at.cell, elsewhere, false), 422, "subject-not-in-group");
        var collectives = at.group(at.unit, "COLLECTIVE");
        refused(at.open(collectives, at.unit, null, false), 422, "subject-not-in-group");
        refused(at.open(collectives, at.cell, member, false), 422, "subject-not-in-group");
    }

    @Test
    void who_moved_after_the_year_is_rated_for_it_where_it_belonged_at_its_end() {
        var former = TestTree.aChildOf(at.unit);
        var member = at.scene.aMember(former);
        TestClock.setTo(LocalDateTime.of(2026, 1, 10, 9, 0));
        var transfer =
                Map.of("fromOrganisationId", former.id(), "toOrganisationId", at.cell.id(), "from", "2026-01-01");
        ok(command(at.scene.administrator, "members/" + member.id() + "/transfers", transfer));
        refused(at.open(at.group(at.cell, "INDIVIDUAL"), at.cell, member, false), 422, "subject-not-in-group");
        at.opened(at.group(former, "INDIVIDUAL"), former, member, false);
        var quarter = at.group(at.cell, "INDIVIDUAL", Map.of("year", 2026, "quarter", 1));
        at.opened(quarter, at.cell, member, false);
    }

    @Test
    void _404_400_412_428_and_the_name_of_a_group_once() {
        var member = at.scene.aMember(at.cell);
        var group = at.group(at.cell, "INDIVIDUAL");
        var id = at.opened(group, at.cell, member, false);
        var stranger = holder(Role.COMMITTEE_LEADER, TestTree.aChildOf(at.scene.committee));
        refused(get(stranger, "ratings/groups/" + group), 404, "rating-group-not-found");
        refused(decide(stranger, id, "GOOD"), 404, "rating-not-found");
        get(stranger, "ratings/groups").then().body("items.id", not(hasItem(group)));
        var path = "ratings/" + id + "/self-score";
        command(member.token(), path, null, Map.of("points", 80)).then().statusCode(428);
        command(member.token(), path, "\"9\"", Map.of("points", 80)).then().statusCode(412);
        command(member.token(), path, Map.of("points", 101)).then().statusCode(400);
        refused(command(member.token(), path, Map.of("note", "x")), 422, "points-needed");
        ok(command(member.token(), path, "\"0\"", Map.of("points", 80)));
        var named = Map.of("organisationId", at.cell.id(), "year", 2025, "subject", "INDIVIDUAL", "name", "Một nhóm");
        made(create(at.secretary, "ratings/groups", named));
        refused(create(at.secretary, "ratings/groups", named), 409, "one-rating-group-per-name");
        refused(at.decideAll(at.leader, group, Map.of(UUID.randomUUID().toString(), "GOOD")), 404, "rating-not-found");
    }
}
