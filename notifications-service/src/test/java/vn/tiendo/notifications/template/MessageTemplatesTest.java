package vn.tiendo.notifications.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static vn.tiendo.notifications.TestWork.anAssignment;
import static vn.tiendo.notifications.TestWork.remindersOf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class MessageTemplatesTest {

    private static final LocalDate DUE = LocalDate.of(2024, 5, 4);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/message-templates";

    @Inject
    MeterRegistry meters;

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String officer;
    private String leader;
    private String secretary;

    @BeforeEach
    void before() {
        TestClock.setTo(LocalDateTime.of(2024, 4, 1, 9, 0));
        committee = TestTree.aRoot();
        cell = TestTree.aChildOf(committee);
        officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        leader = TestTree.aHolderOf(Role.COMMITTEE_LEADER, committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @AfterEach
    void after() {
        TestClock.setBack();
    }

    @Test
    void a_published_version_speaks_to_all_below_until_it_is_rolled_back() {
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        var first = published("Lần 1: {what}, {#if after}quá{#else}còn{/if} {days} ngày");
        at(DUE.minusDays(14));
        await().atMost(SOON).until(() -> titles(assignment.id).size() == 1);
        var second = published("Lần 2: {organisation}");
        get(officer, first).then().body("state", is("RETIRED")).body("number", is(1));
        get(officer, second).then().body("state", is("PUBLISHED")).body("number", is(2));
        at(DUE.minusDays(7));
        await().atMost(SOON).until(() -> titles(assignment.id).size() == 2);
        command(leader, second, "rollback", etag(second)).then().statusCode(200).body("state", is("WITHDRAWN"));
        get(officer, first).then().body("state", is("PUBLISHED"));
        at(DUE.minusDays(3));
        await().atMost(SOON).until(() -> titles(assignment.id).size() == 3);
        command(leader, first, "rollback", etag(first)).then().statusCode(200);
        at(DUE.minusDays(1));
        await().atMost(SOON).until(() -> titles(assignment.id).size() == 4);
        assertThat(titles(assignment.id))
                .containsExactly(
                        "Lần 1: báo cáo định kỳ, còn 14 ngày",
                        "Lần 2: " + cell.name(),
                        "Lần 1: báo cáo định kỳ, còn 3 ngày",
                        "Còn 1 ngày: báo cáo định kỳ");
        assertThat(TestWork.rows(
                        "select thin_text from notification where duty_id = ?1 order by position limit 1",
                        assignment.id))
                .containsExactly("Còn 14 ngày");
    }

    @Test
    void a_version_that_was_rolled_back_does_not_come_back_by_the_next_rollback() {
        var first = published("Lần 1");
        var second = published("Lần 2");
        command(leader, second, "rollback", etag(second)).then().statusCode(200);
        var third = published("Lần 3");
        command(leader, third, "rollback", etag(third)).then().statusCode(200);
        get(officer, first).then().body("state", is("PUBLISHED"));
        get(officer, second).then().body("state", is("WITHDRAWN"));
        command(leader, second, "publication", etag(second)).then().statusCode(200);
        get(officer, first).then().body("state", is("RETIRED"));
    }

    @Test
    void one_that_does_not_render_gives_way_to_the_shipped_words_and_shows_as_a_metric() {
        var id = published("{what}");
        TestWork.execute(
                "update message_template set text = '{#if days.oops}x{/if}{nobody.knows}' where id = ?1",
                UUID.fromString(id));
        var failed = meters.counter("tiendo.templates.failed", "purpose", "DEBTOR");
        var before = failed.count();
        var assignment = anAssignment(cell, DUE).send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        at(DUE.minusDays(14));
        await().atMost(SOON).until(() -> titles(assignment.id).equals(List.of("Còn 14 ngày: báo cáo định kỳ")));
        assertThat(failed.count()).isEqualTo(before + 1);
    }

    @Test
    void it_is_previewed_with_real_data_and_escaped_where_it_becomes_a_page() {
        var assignment = anAssignment(cell, DUE)
                .with("subject", "<script>alert(1)</script>")
                .send();
        await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        String id = write(officer, content("Còn {days} ngày")).path("id");
        at(DUE.minusDays(10));
        preview(officer, id, assignment.id)
                .then()
                .statusCode(200)
                .body("title", is("Còn 10 ngày"))
                .body("text", is(cell.name() + ": <script>alert(1)</script> (2024)"))
                .body("html", is(cell.name() + ": &lt;script&gt;alert(1)&lt;/script&gt; (2024)"))
                .body("thinText", is("Còn 10 ngày"));
        var elsewhere = anAssignment(TestTree.aRoot(), DUE).send();
        await().atMost(SOON).until(() -> remindersOf(elsewhere.id, DUE).size() == 8);
        preview(officer, id, elsewhere.id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/preview-subject-not-found"));
    }

    @Test
    void a_preview_counts_what_is_owed_within_the_callers_reach_alone() {
        var plan = Uuid7.next();
        var obligation = Uuid7.next();
        var own = anAssignment(cell, DUE, plan, obligation).send();
        var elsewhere = anAssignment(TestTree.aRoot(), DUE, plan, obligation).send();
        for (var assignment : List.of(own, elsewhere)) {
            await().atMost(SOON).until(() -> remindersOf(assignment.id, DUE).size() == 8);
        }
        var content = content("{missing}/{total}");
        content.put("purpose", "ROLL_UP");
        content.put("text", "{missing}/{total}");
        content.put("thinText", "{missing}/{total}");
        String id = write(officer, content).path("id");
        preview(officer, id, own.id).then().statusCode(200).body("title", is("1/1"));
    }

    @Test
    void only_a_draft_is_rewritten_and_with_the_newest_version() {
        String id = write(officer, content("Còn {days} ngày")).path("id");
        var text = new HashMap<>(Map.of("title", "Chỉ còn {days} ngày", "text", "{subject}", "thinText", "{day}"));
        put(officer, id, null, text).then().statusCode(428);
        put(officer, id, "\"5\"", text).then().statusCode(412);
        put(officer, id, "\"0\"", text).then().statusCode(200).body("title", is("Chỉ còn {days} ngày"));
        command(leader, id, "rollback", etag(id))
                .then()
                .statusCode(409)
                .body("type", is("/problems/template-is-not-published"));
        command(leader, id, "publication", etag(id)).then().statusCode(200);
        command(leader, id, "publication", etag(id))
                .then()
                .statusCode(409)
                .body("type", is("/problems/template-is-published"));
        put(officer, id, etag(id), text).then().statusCode(409).body("type", is("/problems/template-was-published"));
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 order by happened_at, id",
                        UUID.fromString(id)))
                .containsExactly("write-template", "rewrite-template", "publish-template");
    }

    @Test
    void _422_for_what_calls_something_and_for_a_thin_text_that_names_somebody() {
        write(officer, content("{what.getClass()}"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/template-does-not-render"));
        write(officer, content("{missing}")).then().statusCode(422);
        var talkative = content("Còn {days} ngày");
        talkative.put("thinText", "{organisation} còn {days} ngày");
        write(officer, talkative).then().statusCode(422).body("type", is("/problems/thin-text-names-content"));
    }

    @Test
    void _403_for_who_may_not_publish_and_404_out_of_reach() {
        String id = write(officer, content("Còn {days} ngày")).path("id");
        command(officer, id, "publication", "\"0\"").then().statusCode(403);
        write(TestTree.aHolderOf(Role.AUDITOR, committee), content("x")).then().statusCode(403);
        get(secretary, id).then().statusCode(404).body("type", is("/problems/template-not-found"));
        var stranger = TestTree.aHolderOf(Role.COMMITTEE_LEADER, TestTree.aRoot());
        get(stranger, id).then().statusCode(404);
        given().auth().oauth2(Tokens.of(stranger)).get(PATH).then().body("items.id", not(hasItems(id)));
        given().get(PATH).then().statusCode(401);
    }

    private String published(String title) {
        String id = write(officer, content(title)).path("id");
        command(leader, id, "publication", "\"0\"").then().statusCode(200).body("state", is("PUBLISHED"));
        return id;
    }

    private Map<String, Object> content(String title) {
        return new HashMap<>(Map.of(
                "organisationId",
                committee.id(),
                "purpose",
                "DEBTOR",
                "language",
                "VI",
                "title",
                title,
                "text",
                "{organisation}: {subject}",
                "thinText",
                "Còn {days} ngày"));
    }

    private static List<String> titles(UUID duty) {
        return TestWork.rows("select title from notification where duty_id = ?1 order by position", duty);
    }

    private String etag(String id) {
        return get(officer, id).header("ETag");
    }

    private static void at(LocalDate day) {
        TestClock.setTo(LocalDateTime.of(day, java.time.LocalTime.of(9, 0)));
    }

    private static Response write(String subject, Map<String, Object> content) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .body(content)
                .post(PATH);
    }

    private static Response put(String subject, String id, @Nullable String ifMatch, Map<String, ?> content) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(content).put(PATH + "/" + id);
    }

    private static Response command(String subject, String id, String command, String ifMatch) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .header("If-Match", ifMatch)
                .post(PATH + "/" + id + "/" + command);
    }

    private static Response preview(String subject, String id, UUID duty) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH + "/" + id + "/preview?duty=" + duty);
    }

    private static Response get(String subject, String id) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH + "/" + id);
    }
}
