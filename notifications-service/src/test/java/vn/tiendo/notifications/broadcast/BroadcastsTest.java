package vn.tiendo.notifications.broadcast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class BroadcastsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/broadcasts";

    @Inject
    BroadcastSending sending;

    private KnownOrganisation committee;
    private KnownOrganisation cell;
    private String officer;
    private String secretary;

    @BeforeEach
    void before() {
        committee = TestTree.aRoot();
        cell = TestTree.aChildOf(committee);
        officer = TestTree.aHolderOf(Role.COMMITTEE_OFFICER, committee);
        secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
    }

    @Test
    void it_is_counted_scheduled_and_reaches_each_person_of_the_subtree_once() {
        var other = TestTree.aHolderOf(Role.CELL_SECRETARY, TestTree.aChildOf(committee));
        TestTree.give(other, Role.CELL_SECRETARY, cell); // two posts, one message
        TestTree.aHolderOf(Role.COMMITTEE_LEADER, cell); // not asked for
        TestTree.aHolderOf(Role.CELL_SECRETARY, TestTree.aRoot()); // elsewhere
        var member = "member-" + UUID.randomUUID();
        var registration = TestWork.aRegistration(UUID.randomUUID(), cell, LocalDate.of(2050, 5, 4))
                .contact(member, "en");
        registration.send("OWED");
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", registration.id)
                                .isEmpty()
                        && !TestWork.rows(
                                        "select language from member_contact where member_id = ?1",
                                        registration.memberId)
                                .isEmpty());
        var written = write(officer, content(true));
        written.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", is("DRAFT"))
                .body("recipients", nullValue());
        String id = written.path("id");
        command(officer, id, "scheduling", "\"0\"", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("/problems/count-first"));
        command(officer, id, "counting", "\"0\"", null).then().statusCode(202);
        await().atMost(SOON).until(() -> get(officer, id).path("recipients") != null);
        get(officer, id).then().body("recipients", is(3));
        command(officer, id, "scheduling", etag(id), Map.of())
                .then()
                .statusCode(200)
                .body("status", is("SCHEDULED"));
        await().atMost(SOON).until(() -> "SENT".equals(get(officer, id).path("status")));
        get(officer, id).then().body("sent", is(3));
        assertThat(toldOf(id))
                .containsExactlyInAnyOrder(
                        secretary + " Hội nghị trực tuyến", other + " Hội nghị trực tuyến", member + " Online meeting");
        assertThat(TestWork.rows(
                        "select broadcast_id::text from broadcast_recipient where broadcast_id = ?1",
                        UUID.fromString(id)))
                .isEmpty();
        given().auth()
                .oauth2(Tokens.of(secretary))
                .get("/api/v1/notifications")
                .then()
                .body("items[0].kind", is("BROADCAST"))
                .body("items[0].organisationId", is(committee.id().toString()))
                .body("items[0].text", is("Mời dự lúc 8 giờ."));
        assertThat(TestWork.rows(
                        "select action from audit_record where subject_id = ?1 order by happened_at, id",
                        UUID.fromString(id)))
                .containsExactly("write-broadcast", "count-broadcast", "schedule-broadcast");
    }

    @Test
    void members_belong_where_they_have_owed_last_and_nowhere_once_they_have_left() {
        var stays = aMember("stays");
        var left = aMember("left");
        left.send("LEFT");
        var moved = aMember("moved");
        var elsewhere = TestWork.theNextAfter(moved, TestTree.aRoot()).send("OWED");
        var next = TestWork.theNextAfter(stays, cell).send("OWED");
        await().atMost(SOON)
                .until(() -> TestWork.rows(
                                        "select outcome from duty where id in (?1, ?2) or id = ?3 and outcome <> 'WAITING'",
                                        elsewhere.id,
                                        next.id,
                                        left.id)
                                .size()
                        == 3);
        String id = write(officer, content(true)).path("id");
        command(officer, id, "counting", "\"0\"", null).then().statusCode(202);
        await().atMost(SOON).until(() -> get(officer, id).path("recipients") != null);
        get(officer, id).then().body("recipients", is(2)); // the secretary and the one who stays
    }

    private TestWork.Registration aMember(String name) {
        var registration = TestWork.aRegistration(UUID.randomUUID(), cell, LocalDate.of(2050, 5, 4))
                .contact(name + "-" + UUID.randomUUID(), "vi");
        registration.send("OWED");
        await().atMost(SOON)
                .until(() -> !TestWork.rows("select outcome from duty where id = ?1", registration.id)
                                .isEmpty()
                        && !TestWork.rows(
                                        "select language from member_contact where member_id = ?1",
                                        registration.memberId)
                                .isEmpty());
        return registration;
    }

    @Test
    void a_change_makes_the_count_void() {
        String id = counted();
        var change = new HashMap<>(content(false));
        change.remove("organisationId");
        change.put("text", "Mời dự lúc 9 giờ.");
        var tag = etag(id);
        put(officer, id, null, change).then().statusCode(428);
        put(officer, id, "\"99\"", change).then().statusCode(412);
        put(officer, id, tag, change).then().statusCode(200).body("recipients", nullValue());
        command(officer, id, "scheduling", etag(id), Map.of())
                .then()
                .statusCode(409)
                .body("type", is("/problems/count-first"));
    }

    @Test
    void what_is_called_off_before_its_moment_reaches_nobody() {
        String id = counted();
        command(officer, id, "scheduling", etag(id), Map.of("at", Instant.now().plusSeconds(3600)))
                .then()
                .statusCode(200);
        put(officer, id, etag(id), change())
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-broadcast-status"));
        command(officer, id, "cancellation", etag(id), null)
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"));
        command(officer, id, "cancellation", etag(id), null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wrong-broadcast-status"));
        assertThat(toldOf(id)).isEmpty();
    }

    @Test
    void a_trial_goes_to_the_author_and_a_few_others_marked_as_one() {
        String id = write(officer, content(false)).path("id");
        var colleague = TestTree.give("colleague-" + UUID.randomUUID(), Role.MEMBER, cell);
        var trial = command(officer, id, "trials", null, Map.of("postIds", List.of(colleague.id())));
        trial.then().statusCode(200).body("delivered", is(2));
        assertThat(toldOf(id))
                .containsExactlyInAnyOrder(
                        officer + " [Thử] Hội nghị trực tuyến",
                        colleague.holderSubject() + " [Thử] Hội nghị trực tuyến");
        var elsewhere = TestTree.give("stranger-" + UUID.randomUUID(), Role.MEMBER, TestTree.aRoot());
        command(officer, id, "trials", null, Map.of("postIds", List.of(elsewhere.id())))
                .then()
                .statusCode(404)
                .body("type", is("/problems/trial-post-not-found"));
    }

    @Test
    void a_kill_between_two_batches_loses_nobody_and_tells_nobody_twice() {
        for (int i = 0; i < 520; i++) {
            TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        }
        String id = counted();
        try (var held = HeldTask.named(BroadcastSending.NAME)) {
            assertThat(held).isNotNull();
            command(officer, id, "scheduling", etag(id), Map.of()).then().statusCode(200);
            while (!"SENDING".equals(get(officer, id).path("status"))) {
                QuarkusTransaction.requiringNew().run(sending::pass);
            }
            // a batch that is undone, as by a kill
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        sending.pass();
                        throw new IllegalStateException("killed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(toldOf(id)).isEmpty();
            QuarkusTransaction.requiringNew().run(sending::pass);
            assertThat(toldOf(id)).hasSize(500);
        }
        await().atMost(SOON).until(() -> "SENT".equals(get(officer, id).path("status")));
        assertThat(toldOf(id)).hasSize(521).doesNotHaveDuplicates();
        get(officer, id).then().body("sent", is(521));
    }

    @Test
    void called_off_while_it_is_sent_the_rest_never_gets_it() {
        for (int i = 0; i < 510; i++) {
            TestTree.aHolderOf(Role.CELL_SECRETARY, cell);
        }
        String id = counted();
        try (var held = HeldTask.named(BroadcastSending.NAME)) {
            assertThat(held).isNotNull();
            command(officer, id, "scheduling", etag(id), Map.of()).then().statusCode(200);
            while (toldOf(id).isEmpty()) {
                QuarkusTransaction.requiringNew().run(sending::pass);
            }
            command(officer, id, "cancellation", etag(id), null).then().statusCode(200);
        }
        await().atMost(SOON)
                .until(() -> TestWork.rows(
                                "select subject from broadcast_recipient where broadcast_id = ?1", UUID.fromString(id))
                        .isEmpty());
        assertThat(toldOf(id)).hasSize(500);
        get(officer, id).then().body("status", is("CANCELLED")).body("sent", is(500));
    }

    @Test
    void _422_without_recipients_with_half_an_english_text_or_a_moment_that_has_passed() {
        var nobody = content(false);
        nobody.put("roles", List.of());
        write(officer, nobody).then().statusCode(422).body("type", is("/problems/broadcast-incomplete"));
        var half = content(false);
        half.remove("englishText");
        write(officer, half).then().statusCode(422).body("type", is("/problems/broadcast-incomplete"));
        var id = counted();
        command(officer, id, "scheduling", etag(id), Map.of("at", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/sending-in-the-past"));
        var none = content(false);
        none.put("roles", List.of("INSPECTOR"));
        var empty = counted(none);
        command(officer, empty, "scheduling", etag(empty), Map.of())
                .then()
                .statusCode(422)
                .body("type", is("/problems/nobody-to-tell"));
    }

    @Test
    void _403_for_who_only_reads_and_404_outside_of_reach() {
        var id = counted();
        var auditor = TestTree.aHolderOf(Role.AUDITOR, committee);
        get(auditor, id).then().statusCode(200);
        command(auditor, id, "scheduling", etag(id), Map.of()).then().statusCode(403);
        write(auditor, content(false)).then().statusCode(403);
        var below = TestTree.aHolderOf(Role.COMMITTEE_LEADER, cell);
        get(below, id).then().statusCode(404).body("type", is("/problems/broadcast-not-found"));
        write(below, content(false)).then().statusCode(404).body("type", is("/problems/organisation-not-found"));
        given().auth().oauth2(Tokens.of(below)).get(PATH).then().statusCode(200).body("items.id", not(hasItems(id)));
        given().get(PATH).then().statusCode(401);
    }

    private String counted() {
        return counted(content(false));
    }

    private String counted(Map<String, Object> content) {
        String id = write(officer, content).path("id");
        command(officer, id, "counting", "\"0\"", null).then().statusCode(202);
        await().atMost(SOON).until(() -> get(officer, id).path("recipients") != null);
        return id;
    }

    private Map<String, Object> content(boolean members) {
        var content = new HashMap<String, Object>();
        content.put("organisationId", committee.id());
        content.put("roles", List.of("CELL_SECRETARY"));
        content.put("members", members);
        content.put("title", "Hội nghị trực tuyến");
        content.put("text", "Mời dự lúc 8 giờ.");
        content.put("englishTitle", "Online meeting");
        content.put("englishText", "Please attend at 8.");
        return content;
    }

    private Map<String, Object> change() {
        var change = content(false);
        change.remove("organisationId");
        return change;
    }

    private String etag(String id) {
        return get(officer, id).header("ETag");
    }

    private static List<String> toldOf(String broadcast) {
        return TestWork.rows(
                "select recipient_subject || ' ' || title from notification where duty_id = ?1 and duty_kind = 'BROADCAST'",
                UUID.fromString(broadcast));
    }

    private static Response write(String subject, Map<String, Object> content) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(ContentType.JSON)
                .body(content)
                .post(PATH);
    }

    private static Response put(String subject, String id, @Nullable String ifMatch, Map<String, Object> content) {
        var request = given().auth().oauth2(Tokens.of(subject)).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(content).put(PATH + "/" + id);
    }

    private static Response command(
            String subject, String id, String command, @Nullable String ifMatch, @Nullable Map<String, ?> body) {
        var request = given().auth().oauth2(Tokens.of(subject));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post(PATH + "/" + id + "/" + command);
    }

    private static Response get(String subject, String id) {
        return given().auth().oauth2(Tokens.of(subject)).get(PATH + "/" + id);
    }
}
