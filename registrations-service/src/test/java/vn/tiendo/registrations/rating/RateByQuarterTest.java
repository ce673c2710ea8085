package vn.tiendo.registrations.rating;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.rating.RatingScene.decide;
import static vn.tiendo.registrations.rating.RatingScene.ok;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;

/// Quarters feed their year, and the agency comes before the party organisation, where the regulation says so.
@QuarkusTest
class RateByQuarterTest extends AtYearsEnd {

    private static final Map<String, ?> YEAR = Map.of("year", 2025);
    private static final Map<String, ?> QUARTER = Map.of("year", 2025, "quarter", 4);
    private static final Map<String, ?> AGENCY = Map.of("year", 2025, "side", "AGENCY");

    @Test
    void the_quarters_are_decided_before_their_year_and_feed_it() {
        at.rateCell(QUARTER);
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var quarter = at.proposed(at.group(at.cell, "INDIVIDUAL", QUARTER), member, 75, "GOOD");
        var year = at.proposed(at.group(at.cell, "INDIVIDUAL", YEAR), member, 80, "GOOD");
        var refusal = decide(at.leader, year, "GOOD");
        refused(refusal, 409, "quarters-first");
        refusal.then().body("detail", is("Các quý được xếp loại trước cả năm: còn 1 chưa quyết định."));
        ok(decide(at.leader, quarter, "GOOD"));
        ok(decide(at.leader, year, "GOOD"));
        get(member.token(), "ratings/" + year)
                .then()
                .body("rating.quarter", nullValue())
                .body("quarters.quarter", contains(4))
                .body("quarters.decidedGrade", contains("GOOD"));
        get(member.token(), "ratings/" + quarter)
                .then()
                .body("rating.quarter", is(4))
                .body("quarters", empty());
        get(at.secretary, "ratings?year=2025&quarter=4&organisation=" + at.cell.id())
                .then()
                .body("items.id", hasItem(quarter))
                .body("items.id", not(hasItem(year)));
        var late = at.open(at.group(at.cell, "INDIVIDUAL", Map.of("year", 2025, "quarter", 3)), at.cell, member, false);
        refused(late, 409, "year-already-decided");
        late.then()
                .body(
                        "detail",
                        is("Đã quyết định 1 bản xếp loại của năm 2025, trong khi các quý phải được xếp loại trước."));
    }

    @Test
    void a_collective_waits_for_its_own_quarters_too() {
        var ofYear = at.proposedCell(at.group(at.unit, "COLLECTIVE", YEAR), at.cell, 80, "GOOD");
        var ofQuarter = at.proposedCell(at.group(at.unit, "COLLECTIVE", QUARTER), at.cell, 80, "GOOD");
        refused(decide(at.leader, ofYear, "GOOD"), 409, "quarters-first");
        ok(decide(at.leader, ofQuarter, "GOOD"));
        ok(decide(at.leader, ofYear, "GOOD"));
    }

    @Test
    void the_cap_of_a_quarter_is_its_own() {
        at.rateCell(QUARTER);
        var group = at.group(at.cell, "INDIVIDUAL", QUARTER);
        var only = at.proposed(group, at.scene.aMember(at.cell), 95, "OUTSTANDING");
        refused(decide(at.leader, only, "OUTSTANDING"), 409, "cap-exceeded");
        at.groupNow(group).then().body("quarter", is(4)).body("registrationCounts", is(false));
    }

    @Test
    void a_regulation_without_quarters_knows_none() {
        refused(at.form(at.cell, "INDIVIDUAL", Map.of("year", 2024, "quarter", 1)), 422, "no-quarterly-rating");
        refused(at.form(at.cell, "INDIVIDUAL", Map.of("year", 2025, "quarter", 2)), 422, "no-quarterly-rating");
        at.form(at.cell, "INDIVIDUAL", Map.of("year", 2025, "quarter", 3))
                .then()
                .statusCode(201);
        at.form(at.cell, "INDIVIDUAL", Map.of("year", 2025, "quarter", 5))
                .then()
                .statusCode(400);
    }

    @Test
    void who_is_rated_in_both_is_rated_in_the_agency_first() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        var party = at.proposed(at.group(at.cell, "INDIVIDUAL", YEAR), member, 80, "GOOD");
        var agency = at.proposed(at.group(at.cell, "INDIVIDUAL", AGENCY), member, 80, "GOOD");
        var other = at.proposed(at.group(at.cell, "INDIVIDUAL", YEAR), at.scene.aMember(at.cell), 80, "GOOD");
        var refusal = decide(at.leader, party, "GOOD");
        refused(refusal, 409, "agency-first");
        refusal.then()
                .body(
                        "detail",
                        is("Ai được xếp loại ở cả hai nơi thì cơ quan xếp loại trước, tổ chức đảng xếp loại sau: còn 1"
                                + " chưa quyết định."));
        ok(decide(at.leader, other, "GOOD"));
        ok(decide(at.leader, agency, "GOOD"));
        ok(decide(at.leader, party, "GOOD"));
    }

    @Test
    void an_agency_is_not_opened_after_its_party_organisation_was_decided() {
        at.rateCell();
        var member = at.scene.aMember(at.cell);
        ok(decide(at.leader, at.proposed(at.group(at.cell, "INDIVIDUAL", YEAR), member, 80, "GOOD"), "GOOD"));
        refused(at.open(at.group(at.cell, "INDIVIDUAL", AGENCY), at.cell, member, false), 409, "party-already-decided");
    }

    @Test
    void the_regulation_before_knew_no_such_order() {
        TestClock.setTo(LocalDateTime.of(2024, 12, 20, 9, 0));
        var group = at.group(at.unit, "COLLECTIVE", 2024, true);
        var cell = at.opened(group, at.cell, null, false);
        graded(cell, at.scene.aSecretaryOf(at.cell));
        ok(decide(at.leader, cell, "GOOD"));
        var member = at.scene.aMember(at.cell);
        var party = at.opened(at.group(at.cell, "INDIVIDUAL", 2024, true), at.cell, member, false);
        var agency = at.opened(
                at.group(at.cell, "INDIVIDUAL", Map.of("year", 2024, "side", "AGENCY")), at.cell, member, false);
        graded(party, member.token());
        ok(decide(at.leader, party, "GOOD"));
        get(at.secretary, "ratings/" + agency).then().body("rating.side", is("AGENCY"));
    }

    /// By grades alone, as the regulation of 2023 has it.
    private void graded(String id, String self) {
        ok(vn.tiendo.registrations.Requests.command(self, "ratings/" + id + "/self-score", Map.of("note", "Tốt")));
        ok(vn.tiendo.registrations.Requests.command(
                at.clerk, "ratings/" + id + "/appraisal", Map.of("disqualified", false)));
        ok(vn.tiendo.registrations.Requests.command(at.clerk, "ratings/" + id + "/proposal", Map.of("grade", "GOOD")));
    }

    @Test
    void an_agency_comes_before_the_party_organisation_that_the_tree_links_with_it() {
        var agency = TestTree.aChildOf(at.unit);
        link(at.cell, agency);
        var group = at.group(at.unit, "COLLECTIVE", YEAR);
        var ofParty = at.proposedCell(group, at.cell, 80, "GOOD");
        var ofAgency = at.proposedCell(group, agency, 80, "GOOD");
        refused(decide(at.leader, ofParty, "GOOD"), 409, "agency-first");
        ok(decide(at.leader, ofAgency, "GOOD"));
        ok(decide(at.leader, ofParty, "GOOD"));
        var other = TestTree.aChildOf(at.unit);
        link(at.cell, other);
        refused(at.open(group, other, null, false), 409, "party-already-decided");
    }

    private static void link(KnownOrganisation party, KnownOrganisation agency) {
        TestEvents.send(
                "plans.organisation.v1",
                party.id().toString(),
                "plans.organisation.linked.v1",
                Scene.count("select count(*) from party_of_agency where party_id = ?1", party.id()) + 1,
                """
                {"id":"%s","code":"%s","name":"%s","kind":"CELL","parentId":"%s","path":"%s","validFrom":"%s",
                 "links":[{"type":"PARTY_COMMITTEE_OF","organisationId":"%s","from":"2020-01-01"},
                          {"type":"ADVISES","organisationId":"%s","from":"2020-01-01"}]}""".formatted(
                                party.id(),
                                party.code(),
                                party.name(),
                                party.parentId(),
                                party.path(),
                                LocalDate.of(2000, 1, 1),
                                agency.id(),
                                UUID.randomUUID()));
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() ->
                        Scene.count("select count(*) from party_of_agency where agency_id = ?1", agency.id()) == 1);
    }
}
