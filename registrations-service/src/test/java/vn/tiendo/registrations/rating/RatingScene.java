package vn.tiendo.registrations.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// A unit with its cells at a year's end: who scores, proposes and decides there.
final class RatingScene {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Scene scene = new Scene();
    final KnownOrganisation unit = TestTree.aChildOf(scene.committee);
    final KnownOrganisation cell = TestTree.aChildOf(unit);
    final String clerk = holder(Role.COMMITTEE_OFFICER, unit);
    final String leader = holder(Role.COMMITTEE_LEADER, unit);
    final String superior = holder(Role.COMMITTEE_LEADER, scene.committee);
    final String secretary = holder(Role.CELL_SECRETARY, cell);

    static String holder(Role role, KnownOrganisation organisation) {
        return Tokens.of(TestTree.aHolderOf(role, organisation));
    }

    String group(KnownOrganisation of, String subject) {
        return group(of, subject, 2025, true);
    }

    String group(KnownOrganisation of, String subject, int year, boolean registrationCounts) {
        return group(of, subject, Map.of("year", year, "registrationCounts", registrationCounts));
    }

    String group(KnownOrganisation of, String subject, Map<String, ?> more) {
        return made(form(of, subject, more));
    }

    Response form(KnownOrganisation of, String subject, Map<String, ?> more) {
        var group = new HashMap<String, Object>(
                Map.of("organisationId", of.id(), "subject", subject, "name", "Nhóm " + COUNT.incrementAndGet()));
        group.putAll(more);
        return create(superior, "ratings/groups", group);
    }

    Response open(String group, KnownOrganisation organisation, @Nullable Person member, boolean head) {
        var subject = new HashMap<String, Object>(Map.of("organisationId", organisation.id(), "head", head));
        if (member != null) {
            subject.put("memberId", member.id());
        }
        return create(superior, "ratings", Map.of("groupId", group, "subjects", List.of(subject)));
    }

    String opened(String group, KnownOrganisation organisation, @Nullable Person member, boolean head) {
        return open(group, organisation, member, head)
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
    }

    /// A member of the cell whose grade is proposed.
    String proposed(String group, Person member, int points, String grade) {
        return proposed(group, cell, member, false, points, grade);
    }

    String proposed(String group, KnownOrganisation at, Person member, boolean head, int points, String grade) {
        var id = opened(group, at, member, head);
        return stepped(id, member.token(), clerk, points, grade);
    }

    /// A cell of the unit whose grade is proposed.
    String proposedCell(String group, KnownOrganisation cell, int points, String grade) {
        return stepped(opened(group, cell, null, false), scene.aSecretaryOf(cell), clerk, points, grade);
    }

    String stepped(String id, String self, String reviewer, int points, String grade) {
        ok(command(self, "ratings/" + id + "/self-score", Map.of("points", points)));
        ok(command(reviewer, "ratings/" + id + "/appraisal", Map.of("points", points, "disqualified", false)));
        ok(command(reviewer, "ratings/" + id + "/proposal", Map.of("grade", grade)));
        return id;
    }

    /// The cell itself rated, so that its members' turn has come.
    void rateCell() {
        rateCell(Map.of("year", 2025));
    }

    void rateCell(Map<String, ?> period) {
        ok(decide(leader, proposedCell(group(unit, "COLLECTIVE", period), cell, 80, "GOOD"), "GOOD"));
    }

    static Response decide(String by, String id, String grade) {
        return command(by, "ratings/" + id + "/decision", Map.of("grade", grade));
    }

    Response decideAll(String by, String group, Map<String, String> grades) {
        return command(
                by,
                "ratings/groups/" + group + "/decision",
                Map.of(
                        "decisions",
                        grades.entrySet().stream()
                                .map(each ->
                                        Map.of("ratingId", UUID.fromString(each.getKey()), "grade", each.getValue()))
                                .toList()));
    }

    static void ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    Response groupNow(String group) {
        return get(superior, "ratings/groups/" + group);
    }
}
