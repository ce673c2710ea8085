package vn.tiendo.notifications.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithMail;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.bean;
import static vn.tiendo.notifications.channel.ChannelWorld.reason;
import static vn.tiendo.notifications.channel.ChannelWorld.state;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.StatementsHere;
import vn.tiendo.notifications.inbox.Delivered;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.preference.Category;

/// From the inbox to the mailbox, and back to those who answer for it.
@QuarkusTest
class CarriedTest {

    private GreenMail server;
    private SmtpGate gate;

    @BeforeEach
    void start() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0)); // a Thursday, at work
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        gate = new SmtpGate(server.getSmtp().getPort());
        gate.open();
    }

    @AfterEach
    void stop() {
        gate.close();
        server.stop();
        TestClock.setBack();
    }

    @Test
    void what_comes_into_an_inbox_goes_by_mail_once_and_is_shown_with_what_was_served() {
        var person = aPersonWithMail();
        var reminder = Uuid7.next();
        var notification = deliver(person, reminder);
        var dispatch = UUID.fromString(TestDatabase.ask(
                        "select id::text from dispatch where notification_id = ? and channel = 'EMAIL'", notification)
                .getFirst());
        awaitState(dispatch, "SENT");
        deliver(person, reminder); // as after a replay
        assertThat(TestDatabase.count("""
                        select count(*) from dispatch d join notification n on n.id = d.notification_id
                         where n.recipient_subject = ? and d.channel = 'EMAIL'""", person.subject)).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        given().auth()
                .oauth2(Tokens.of(TestTree.aHolderOf(Role.AUDITOR, person.organisation)))
                .get("/api/v1/deliveries?organisation=" + person.organisation.id())
                .then()
                .statusCode(200)
                .body("items[0].id", is(notification.toString()))
                .body("items[0].channels.find { it.channel == 'EMAIL' }.state", is("SENT"))
                .body("items[0].channels.find { it.channel == 'EMAIL' }.attempts", is(1))
                .body("items[0].channels.find { it.channel == 'EMAIL' }.sentAt", notNullValue());
    }

    @Test
    void who_has_no_address_has_the_inbox_and_a_row_says_so() {
        var person = new ChannelWorld();
        var notification = deliver(person, Uuid7.next());
        assertThat(TestDatabase.ask("select state from dispatch where notification_id = ?", notification))
                .containsExactly("UNADDRESSED");
        assertThat(server.getReceivedMessages())
                .noneMatch(mail -> mail.toString().contains(person.email));
    }

    @Test
    void nothing_is_shown_where_nothing_went_out() {
        var person = new ChannelWorld();
        person.notification();
        given().auth()
                .oauth2(Tokens.of(TestTree.aHolderOf(Role.AUDITOR, person.organisation)))
                .get("/api/v1/deliveries?organisation=" + person.organisation.id())
                .then()
                .body("items[0].channels", empty());
    }

    @Test
    void a_batch_is_planned_by_as_many_statements_as_one_alone() {
        var person = aPersonWithMail();
        assertThat(statementsToPlan(person, 300))
                .isEqualTo(statementsToPlan(person, 1))
                .isLessThan(25);
    }

    @Test
    void what_waits_does_not_go_where_its_recipient_has_switched_it_off() {
        var person = aPersonWithMail();
        person.category = Category.REMINDER;
        var waiting = person.digest(person.notification(), Instant.parse("2024-05-03T09:00:00Z"));
        var other = new ChannelWorld();
        other.address("EMAIL", other.email);
        other.category = Category.REMINDER;
        var ofAnother = other.digest(other.notification(), Instant.parse("2024-05-03T09:00:00Z"));
        given().auth()
                .oauth2(Tokens.of(person.subject))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("""
                        {"cells":[{"category":"REMINDER","channel":"EMAIL","on":false}]}""")
                .put("/api/v1/preferences")
                .then()
                .statusCode(200);
        assertThat(state(waiting)).isEqualTo("CANCELLED");
        assertThat(reason(waiting)).isEqualTo("switched-off");
        assertThat(state(ofAnother)).isEqualTo("PLANNED");
    }

    private static int statementsToPlan(ChannelWorld person, int count) {
        var batch = new ArrayList<Notification>();
        for (int i = 0; i < count; i++) {
            batch.add(overdue(i == 0 ? person.subject : "nobody-" + UUID.randomUUID(), person, Uuid7.next()));
        }
        return StatementsHere.during(() -> QuarkusTransaction.requiringNew()
                        .run(() -> bean(DispatchPlanning.class).plan(new Delivered(batch))))
                .size();
    }

    private static UUID deliver(ChannelWorld person, UUID reminder) {
        var notification = overdue(person.subject, person, reminder);
        QuarkusTransaction.requiringNew()
                .run(() -> bean(NotificationService.class).deliver(List.of(notification)));
        return notification.id();
    }

    /// Mandatory, so that nobody's preferences hold it.
    private static Notification overdue(String subject, ChannelWorld person, UUID reminder) {
        return new Notification(
                new Notification.About(
                        reminder,
                        Uuid7.next(),
                        "ASSIGNMENT",
                        Uuid7.next(),
                        Uuid7.next(),
                        null,
                        person.organisation.id(),
                        1,
                        LocalDate.of(2024, 5, 1)),
                new Recipient(Tokens.ISSUER, subject, Uuid7.next(), null, false, "vi"),
                "Quá hạn 1 ngày",
                "Báo cáo đã quá hạn 1 ngày.",
                "Quá hạn 1 ngày",
                java.time.Instant.parse("2024-05-02T02:00:00Z"));
    }
}
