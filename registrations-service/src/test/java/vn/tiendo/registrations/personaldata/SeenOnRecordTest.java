package vn.tiendo.registrations.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Scene.count;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// Whoever sees other persons in what hangs on them is on record for each of them, and finds itself not recorded.
@QuarkusTest
class SeenOnRecordTest {

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String of = "organisation=" + cell.id();
    private Person member;
    private Person secretary;

    @BeforeEach
    void the_secretary_is_a_member_too() {
        member = scene.aMember(cell);
        secretary = scene.aMember(cell);
        TestTree.give(secretary.subject(), Role.CELL_SECRETARY, cell);
    }

    @Test
    void an_auditor_finds_every_list_in_which_a_person_was_shown() {
        var campaign = scene.open(cell);
        Scene.awaitFolded();
        shown("registrations?campaign=" + campaign, 2);
        shown("campaigns/" + campaign + "/summary/missing?" + of, 2);
        shown("members/reviews/missing?year=2024&" + of, 2);
        create(
                        secretary.token(),
                        "members/reviews",
                        Map.of(
                                "organisationId",
                                cell.id(),
                                "year",
                                2024,
                                "heldOn",
                                "2024-12-12",
                                "memberIds",
                                List.of(member.id())))
                .then()
                .statusCode(200);
        shown("members/reviews?" + of, 1);
        var nomination = made(create(
                secretary.token(),
                "nominations",
                Map.of(
                        "organisationId",
                        cell.id(),
                        "year",
                        2024,
                        "form",
                        "INDIVIDUAL",
                        "memberId",
                        member.id(),
                        "achievement",
                        "Gương mẫu")));
        shown("nominations", 1);
        get(secretary.token(), "nominations/" + nomination).then().statusCode(200);
        var deed = made(create(
                secretary.token(),
                "good-deeds",
                Map.of(
                        "organisationId",
                        cell.id(),
                        "memberId",
                        member.id(),
                        "deed",
                        "Trả lại của rơi",
                        "doneOn",
                        "2024-05-01")));
        shown("good-deeds", 1);
        get(secretary.token(), "good-deeds/" + deed).then().statusCode(200);
        made(create(
                secretary.token(),
                "exemptions",
                Map.of(
                        "registrationId",
                        Scene.registrationOf(member, campaign),
                        "ground",
                        "ILLNESS",
                        "decisionNumber",
                        "05-QĐ/CB",
                        "decidedOn",
                        "2024-01-05",
                        "reviewOn",
                        "2080-01-01")));
        shown("exemptions", 1);
        shown("exemptions?" + of, 1);
        shown("campaigns/" + campaign + "/roster/changes?" + of, 1);

        List<String> seen = get(Persons.anAuditorOf(scene.committee), "members/" + member.id() + "/accesses?limit=200")
                .path("items.findAll { it.subjectType == 'member' && it.action != 'add-member' }.action");
        assertThat(seen)
                .containsExactly(
                        "list-registrations",
                        "list-missing-registrations",
                        "list-missing-reviews",
                        "list-member-reviews",
                        "list-nominations",
                        "read-nomination",
                        "list-good-deeds",
                        "read-good-deed",
                        "list-exemptions",
                        "list-exemptions",
                        "list-roster-changes");
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action <> 'add-member'",
                        secretary.id()))
                .isZero();
    }

    @Test
    void what_a_page_does_not_show_is_not_recorded_as_seen() {
        var campaign = scene.open(cell);
        Scene.awaitFolded();
        get(scene.officer, "campaigns/" + campaign + "/summary/missing?limit=1&" + of)
                .then()
                .body("items", hasSize(1));
        assertThat(count(
                        "select count(*) from audit_record where subject_id in (?1, ?2)"
                                + " and action = 'list-missing-registrations'",
                        member.id(),
                        secretary.id()))
                .isOne();
    }

    private void shown(String path, int lines) {
        get(secretary.token(), path).then().statusCode(200).body("items", hasSize(lines));
    }
}
