package vn.tiendo.registrations.personaldata;

import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.made;
import static vn.tiendo.registrations.Scene.as;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

/// What a year brings after the submissions: everything that is written about members says the same words.
final class CanaryYear {

    private final String words;
    private final Scene scene;
    private final KnownOrganisation cell;
    private final String secretary;
    private final String leader;

    CanaryYear(String words, Scene scene, KnownOrganisation cell) {
        this.words = words;
        this.scene = scene;
        this.cell = cell;
        secretary = scene.aSecretaryOf(cell);
        leader = Persons.aLeaderOf(scene.committee);
    }

    private Map<String, ?> said(String field) {
        return Map.of(field, words);
    }

    private static void ok(Response response) {
        response.then().statusCode(200);
    }

    /// Of what the member has submitted.
    void followThrough(Person member, UUID registration) {
        var path = "registrations/" + registration;
        ok(command(secretary, path + "/acceptance", null));
        var evidence = attached(member.token(), path);
        made(create(
                member.token(),
                path + "/follow-ups",
                Map.of("item", "study", "note", words, "happenedOn", "2024-01-05", "files", List.of(evidence))));
        ok(command(
                member.token(),
                path + "/self-assessment",
                Map.of(
                        "items",
                        List.of(
                                Map.of("item", "study", "attainment", "DONE", "note", words),
                                Map.of("item", "follow", "attainment", "DONE"),
                                Map.of("item", "exemplaryConduct", "attainment", "PARTLY")),
                        "summary",
                        words)));
        ok(command(secretary, path + "/collective-comment", said("comment")));
        ok(get(secretary, path + "/self-assessment"));
        ok(get(secretary, "registrations"));
    }

    private String attached(String token, String path) {
        return as(token)
                .contentType("application/octet-stream")
                .queryParam("fileName", words + ".txt")
                .body("Ảnh chụp".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/" + path + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// On paper, and back again.
    void enterForAnother(UUID registration) {
        var path = "registrations/" + registration;
        var content = Map.of("study", words, "follow", words, "exemplaryConduct", words);
        var scan = attached(secretary, path);
        ok(command(secretary, path + "/proxy-submission", Map.of("content", content, "scanId", scan)));
        ok(command(secretary, path + "/return", said("reason")));
    }

    void exempt(UUID registration) {
        var exemption = made(create(
                secretary,
                "exemptions",
                Map.of(
                        "registrationId",
                        registration,
                        "ground",
                        "ILLNESS",
                        "decisionNumber",
                        "05-QĐ/CB",
                        "decidedOn",
                        "2024-01-05",
                        "reviewOn",
                        "2080-01-01")));
        ok(get(secretary, "exemptions"));
        ok(command(secretary, "exemptions/" + exemption + "/revocation", said("reason")));
    }

    void review(Person member) {
        var sitting = Map.of(
                "organisationId", cell.id(), "year", 2024, "heldOn", "2024-12-12", "memberIds", List.of(member.id()));
        String review = create(secretary, "members/reviews", sitting).path("items[0].id");
        ok(get(secretary, "members/reviews"));
        ok(command(secretary, "members/reviews/" + review + "/cancellation", said("reason")));
    }

    /// The cell first, then the member, who complains.
    void rate(Person member) {
        var collective = rating(scene.committee, "COLLECTIVE", null);
        proposed(collective, secretary, scene.officer);
        ok(command(leader, collective + "/decision", Map.of("grade", "GOOD")));
        var own = rating(cell, "INDIVIDUAL", member);
        proposed(own, member.token(), secretary);
        ok(command(leader, own + "/decision", Map.of("grade", "COMPLETED", "reason", words)));
        ok(command(member.token(), own + "/complaint", said("complaint")));
        ok(command(leader, own + "/verification", Map.of("upheld", false, "verification", words)));
        ok(command(leader, own + "/finalisation", null));
        ok(get(secretary, "ratings"));
    }

    private String rating(KnownOrganisation of, String subject, @Nullable Person member) {
        var group = made(create(
                leader,
                "ratings/groups",
                Map.of(
                        "organisationId",
                        of.id(),
                        "year",
                        2025,
                        "subject",
                        subject,
                        "name",
                        "Nhóm",
                        "registrationCounts",
                        false)));
        var wanted = new HashMap<String, Object>(Map.of("organisationId", cell.id(), "head", false));
        if (member != null) {
            wanted.put("memberId", member.id());
        }
        String id = create(leader, "ratings", Map.of("groupId", group, "subjects", List.of(wanted)))
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
        return "ratings/" + id;
    }

    private void proposed(String rating, String self, String reviewer) {
        ok(command(self, rating + "/self-score", Map.of("points", 80, "note", words)));
        ok(command(reviewer, rating + "/appraisal", Map.of("points", 80, "disqualified", false, "appraisal", words)));
        ok(command(reviewer, rating + "/proposal", Map.of("grade", "GOOD")));
    }

    /// One commended and followed up in a later year, one rejected.
    ///
    /// @return the one commended
    String nominate(Person member) {
        TestClock.setTo(LocalDateTime.of(2024, 5, 6, 9, 0));
        var commended = nominated(member, 2024);
        ok(command(leader, commended + "/approval", Map.of()));
        ok(command(secretary, commended + "/report", null));
        ok(command(Persons.aLeaderOf(scene.committee), commended + "/commendation", null));
        TestClock.setBack();
        ok(command(secretary, commended + "/follow-up", said("followUp")));
        ok(command(leader, nominated(member, 2026) + "/rejection", said("reason")));
        ok(get(secretary, "nominations"));
        return commended.substring(commended.lastIndexOf('/') + 1);
    }

    private String nominated(Person member, int year) {
        return "nominations/"
                + made(create(
                        secretary,
                        "nominations",
                        Map.of(
                                "organisationId",
                                cell.id(),
                                "year",
                                year,
                                "form",
                                "INDIVIDUAL",
                                "memberId",
                                member.id(),
                                "title",
                                words,
                                "achievement",
                                words)));
    }

    /// One recorded in the roll, one rejected.
    void praise(Person member) {
        var recorded = praised(member);
        ok(command(scene.officer, recorded + "/examination", said("examination")));
        ok(command(leader, recorded + "/recognition", null));
        ok(command(secretary, recorded + "/recording", null));
        ok(command(leader, praised(member) + "/rejection", said("reason")));
        ok(get(secretary, "good-deeds"));
    }

    private String praised(Person member) {
        return "good-deeds/"
                + made(create(
                        secretary,
                        "good-deeds",
                        Map.of(
                                "organisationId",
                                cell.id(),
                                "memberId",
                                member.id(),
                                "deed",
                                words,
                                "doneOn",
                                "2024-05-01")));
    }
}
