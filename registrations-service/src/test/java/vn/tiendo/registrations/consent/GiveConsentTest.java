package vn.tiendo.registrations.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static vn.tiendo.registrations.Requests.command;
import static vn.tiendo.registrations.Requests.create;
import static vn.tiendo.registrations.Requests.get;
import static vn.tiendo.registrations.Requests.refused;
import static vn.tiendo.registrations.Scene.as;
import static vn.tiendo.registrations.Scene.count;
import static vn.tiendo.registrations.Scene.execute;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Days;
import vn.tiendo.registrations.Scene;
import vn.tiendo.registrations.Scene.Person;

@QuarkusTest
class GiveConsentTest {

    private static final String OWN = "members/me/consents";
    private static final Map<String, ?> AGREED = Map.of("purpose", "PHONE_MESSAGES", "agreed", true, "textNumber", 1);

    private final Scene scene = new Scene();
    private final KnownOrganisation cell = scene.aCell();
    private final String secretary = scene.aSecretaryOf(cell);

    @Test
    void nobody_is_taken_to_have_consented() {
        var member = reachable();
        get(member.token(), OWN)
                .then()
                .statusCode(200)
                .body("items.purpose", contains("PHONE_MESSAGES", "PORTRAIT_PUBLICATION"))
                .body("items.given", contains(false, false));
        refused(
                create(member.token(), OWN, Map.of("purpose", "PHONE_MESSAGES", "textNumber", 1)),
                400,
                "malformed-request");
        refused(
                create(member.token(), OWN, Map.of("purpose", "PHONE_MESSAGES", "agreed", false, "textNumber", 1)),
                400,
                "malformed-request");
        assertThat(contactOf(member)).doesNotContain("phone").contains("email");
    }

    @Test
    void a_consent_is_proven_and_opens_the_number_to_who_sends_messages() {
        var member = reachable();
        create(member.token(), OWN, AGREED)
                .then()
                .statusCode(201)
                .body("act", is("GIVEN"))
                .body("channel", is("ONLINE"))
                .body("textNumber", is(1))
                .body("on", is(today().toString()))
                .body("recordedBy", is(Tokens.ISSUER + "#" + member.subject()))
                .body("evidence", nullValue());
        assertThat(contactOf(member)).contains("0900 000 001");
        refused(create(member.token(), OWN, AGREED), 409, "consent-given-already");
        get(scene.officer, "members/" + member.id() + "/consents/history")
                .then()
                .statusCode(200)
                .body("items.act", contains("GIVEN"));
        assertThat(count(
                        "select count(*) from audit_record where subject_id = ?1 and action = 'list-consents'",
                        member.id()))
                .isOne();
        assertThat(count(
                        "select count(*) from audit_record a join consent c on c.id = a.subject_id"
                                + " where c.member_id = ?1 and a.action = 'give-consent'",
                        member.id()))
                .isOne();
    }

    @Test
    void a_withdrawal_is_as_easy_and_closes_the_number_again() {
        var member = reachable();
        var path = OWN + "/PHONE_MESSAGES/withdrawal";
        refused(command(member.token(), path, null, null), 409, "no-consent-given");
        create(member.token(), OWN, AGREED).then().statusCode(201);
        command(member.token(), path, null, null).then().statusCode(201).body("act", is("WITHDRAWN"));
        assertThat(contactOf(member)).doesNotContain("phone").contains("email");
        refused(command(member.token(), path, null, null), 409, "no-consent-given");
        create(member.token(), OWN, AGREED).then().statusCode(201);
        var history = get(member.token(), OWN + "/history?limit=2");
        history.then().body("items.act", contains("GIVEN", "WITHDRAWN"));
        get(member.token(), OWN + "/history?cursor=" + history.path("nextCursor"))
                .then()
                .body("items.act", contains("GIVEN"));
        assertThat(contactOf(member)).contains("0900 000 001");
    }

    @Test
    void a_paper_is_entered_with_where_it_is_kept() {
        var member = reachable();
        var path = "members/" + member.id() + "/consents";
        refused(create(secretary, path, AGREED), 422, "consent-evidence-needed");
        refused(paper(secretary, member, today().plusDays(1)), 422, "consent-day-to-come");
        refused(paper(secretary, member, LocalDate.of(2019, 12, 31)), 422, "no-consent-text");
        paper(secretary, member, today().minusDays(3))
                .then()
                .statusCode(201)
                .body("channel", is("PAPER"))
                .body("evidence", is("Hồ sơ 12"));
        command(secretary, path + "/PHONE_MESSAGES/withdrawal", null, null)
                .then()
                .statusCode(201)
                .body("channel", is("PAPER"));
        refused(paper(secretary, member, today().minusDays(2)), 409, "consent-withdrawn-since");
        assertThat(contactOf(member)).doesNotContain("phone");
    }

    @Test
    void only_who_keeps_members_there_enters_papers() {
        var member = reachable();
        var leader = Tokens.of(TestTree.aHolderOf(Role.COMMITTEE_LEADER, scene.committee));
        refused(paper(leader, member, today()), 403, "role-required");
        refused(paper(scene.aSecretaryOf(scene.aCell()), member, today()), 404, "member-not-found");
        refused(create(scene.officer, OWN, AGREED), 404, "member-not-found");
        refused(get(scene.aMember(cell).token(), "members/" + member.id() + "/consents"), 404, "member-not-found");
    }

    @Test
    void a_new_text_is_added_at_the_top_and_what_was_shown_must_be_in_force() {
        var member = reachable();
        var wanted = Map.of(
                "purpose",
                "PORTRAIT_PUBLICATION",
                "inForceFrom",
                today().plusYears(60).toString(),
                "textVi",
                "Tôi đồng ý",
                "textEn",
                "I agree");
        refused(create(scene.officer, "members/consent-texts", wanted), 403, "role-required");
        var early = new HashMap<String, Object>(wanted);
        early.put("inForceFrom", today().minusDays(1).toString());
        refused(create(scene.administrator, "members/consent-texts", early), 409, "consent-text-too-early");
        var number = create(scene.administrator, "members/consent-texts", wanted)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        refused(
                create(
                        member.token(),
                        OWN,
                        Map.of("purpose", "PORTRAIT_PUBLICATION", "agreed", true, "textNumber", number)),
                409,
                "consent-text-outdated");
        get(member.token(), "members/consent-texts").then().statusCode(200);
    }

    @Test
    void what_was_said_is_never_rewritten() {
        var member = reachable();
        create(member.token(), OWN, AGREED).then().statusCode(201);
        assertThatThrownBy(() -> execute("delete from consent where member_id = ?1", member.id()))
                .hasStackTraceContaining("only ever added");
        assertThatThrownBy(() -> execute("update consent set act = 'WITHDRAWN' where member_id = ?1", member.id()))
                .hasStackTraceContaining("only ever added");
        assertThatThrownBy(() -> execute("update consent_text set text_vi = ''"))
                .hasStackTraceContaining("only ever added");
    }

    @Test
    void of_a_merged_person_the_last_word_counts() {
        var survivor = reachable();
        var merged = reachable();
        create(survivor.token(), OWN, AGREED).then().statusCode(201);
        create(merged.token(), OWN, AGREED).then().statusCode(201);
        command(merged.token(), OWN + "/PHONE_MESSAGES/withdrawal", null, null)
                .then()
                .statusCode(201);
        command(scene.officer, "members/" + survivor.id() + "/merges", Map.of("memberId", merged.id()))
                .then()
                .statusCode(200);
        assertThat(contactOf(survivor)).doesNotContain("phone");
        get(survivor.token(), OWN + "/history").then().body("items.act", contains("WITHDRAWN", "GIVEN", "GIVEN"));
    }

    private Person reachable() {
        var member = scene.aMember(cell);
        as(member.token())
                .header("If-Match", "*")
                .body("{\"email\":\"" + member.subject() + "@example.org\",\"phone\":\"0900 000 001\"}")
                .put("/api/v1/members/" + member.id() + "/contact")
                .then()
                .statusCode(200);
        return member;
    }

    private static Response paper(String token, Person member, LocalDate signed) {
        return create(
                token,
                "members/" + member.id() + "/consents",
                Map.of(
                        "purpose",
                        "PHONE_MESSAGES",
                        "agreed",
                        true,
                        "textNumber",
                        1,
                        "on",
                        signed.toString(),
                        "evidence",
                        "Hồ sơ 12"));
    }

    private static LocalDate today() {
        return Days.dayOf(java.time.Instant.now());
    }

    /// What is told of how the member is reached, once everything has been told.
    private static String contactOf(Person member) {
        await().atMost(Duration.ofSeconds(20)).until(() -> count("select count(*) from outbox") == 0);
        var last = TestEvents.on("registrations.member-contact.v1", member.id().toString())
                .getLast();
        return new String(last.value(), StandardCharsets.UTF_8);
    }
}
