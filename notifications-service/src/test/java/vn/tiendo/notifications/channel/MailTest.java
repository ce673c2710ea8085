package vn.tiendo.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithMail;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.bean;
import static vn.tiendo.notifications.channel.ChannelWorld.inboxOf;
import static vn.tiendo.notifications.channel.ChannelWorld.reason;
import static vn.tiendo.notifications.channel.ChannelWorld.state;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestClock;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestEvents;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.preference.Caps;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// Mail as a real server gets it.
@QuarkusTest
class MailTest {

    private static GreenMail server;
    private static SmtpGate gate;

    @BeforeAll
    static void start() {
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        gate = new SmtpGate(server.getSmtp().getPort());
        gate.open();
    }

    @AfterAll
    static void stop() {
        gate.close();
        server.stop();
    }

    @AfterEach
    void backToNow() {
        TestClock.setBack();
    }

    @Test
    void a_message_is_text_and_html_from_a_machine_and_says_how_to_switch_it_off() throws Exception {
        var person = aPersonWithMail();
        person.category = Category.REMINDER;
        var dispatch = person.send(
                person.notification("Còn 3 ngày: báo cáo định kỳ", "Hạn <b>05/5</b> & gửi sớm.", null),
                ChannelKind.EMAIL);
        var mail = awaitMails(person.email, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Còn 3 ngày: báo cáo định kỳ");
        assertThat(raw(mail, "Subject")).startsWith("=?UTF-8?");
        assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("nhac-viec@tiendo.example");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Tiến Độ");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("van-phong@tiendo.example");
        assertThat(raw(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(raw(mail, "Message-ID")).isEqualTo("<" + dispatch + "@tiendo.example>");
        assertThat(raw(mail, "List-Unsubscribe")).matches("<https?://\\S+>");
        assertThat(raw(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(part(mail, 0)).contains("Hạn <b>05/5</b> & gửi sớm.");
        assertThat(part(mail, 1))
                .contains("Hạn &lt;b&gt;05/5&lt;/b&gt; &amp; gửi sớm.")
                .doesNotContain("<b>05/5");
        awaitState(dispatch, "SENT");
    }

    @Test
    void what_is_mandatory_has_no_link_to_switch_it_off() throws Exception {
        var person = aPersonWithMail();
        person.send(person.notification(), ChannelKind.EMAIL);
        var mail = awaitMails(person.email, 1).getFirst();
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(part(mail, 0)).doesNotContain("unsubscriptions");
    }

    @Test
    void a_title_cannot_become_another_header() throws Exception {
        var person = aPersonWithMail();
        person.send(
                person.notification("Mời họp\r\nBcc: spy@example.org\r\n\r\nx", "<script>alert(1)</script>", null),
                ChannelKind.EMAIL);
        var mail = awaitMails(person.email, 1).getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Mời họp Bcc: spy@example.org x");
        assertThat(part(mail, 1)).doesNotContain("<script>");
        assertThat(mailsTo("spy@example.org")).isEmpty();
    }

    @Test
    void several_for_one_moment_go_as_one_digest() throws Exception {
        var person = aPersonWithMail();
        var at = Instant.parse("2024-05-02T00:00:00Z");
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 6, 0));
        var first = person.digest(person.notification("Việc A", "Nội dung A", null), at);
        var second = person.digest(person.notification("Việc B", "Nội dung B", null), at);
        var other = person.digest(person.notification("Việc C", "Nội dung C", null), at);
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 7, 1));
        var mail = awaitMails(person.email, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("3 thông báo mới");
        assertThat(part(mail, 0)).contains("* Việc A", "Nội dung A", "* Việc B", "* Việc C");
        assertThat(part(mail, 1)).contains("<h2>Việc A</h2>", "<h2>Việc C</h2>");
        for (var each : List.of(first, second, other)) {
            awaitState(each, "SENT");
        }
        assertThat(mailsTo(person.email)).hasSize(1);
        assertThat(TestDatabase.ask(
                        "select distinct message_id::text from dispatch where id in (?, ?, ?)", first, second, other))
                .hasSize(1);
    }

    @Test
    void a_server_that_is_busy_is_asked_again_and_gets_it_once() throws Exception {
        var person = aPersonWithMail();
        gate.refuse(person.email, "451 4.2.1 try later");
        gate.refuse(person.email, "452 4.2.2 full");
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(dispatch, "SENT");
        assertThat(mailsTo(person.email)).hasSize(1);
        assertThat(TestDatabase.count("select attempts from dispatch where id = ?", dispatch))
                .isEqualTo(3);
    }

    @Test
    void a_message_at_which_the_server_closes_holds_up_nobody_and_is_given_up() {
        var person = aPersonWithMail();
        gate.refuseAlways(person.email, "421 4.3.2 closing");
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        var other = aPersonWithMail();
        other.tenant = person.tenant;
        var behind = other.send(other.notification(), ChannelKind.EMAIL);
        awaitState(behind, "SENT");
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isEqualTo("smtp-4.3.2");
    }

    @Test
    void after_the_last_attempt_it_has_failed_and_the_fallback_goes_at_once() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        var person = aPersonWithMail();
        person.address("PHONE", person.phone);
        gate.refuseAlways(person.email, "450 4.7.1 greylisted");
        var notification = person.notification();
        var fallback = person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z"));
        var dispatch = person.send(notification, ChannelKind.EMAIL);
        awaitState(dispatch, "FAILED");
        assertThat(reason(dispatch)).isEqualTo("smtp-4.7.1");
        assertThat(TestDatabase.count("select attempts from dispatch where id = ?", dispatch))
                .isEqualTo(4);
        assertThat(hourOf(fallback)).isEqualTo("2024-05-02 08");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(failure(dispatch))
                        .contains("\"channel\":\"EMAIL\"", "\"reason\":\"smtp-4.7.1\"", notification.toString())
                        .doesNotContain(person.subject, person.email, "Báo cáo"));
        assertThat(TestDatabase.count(
                        "select count(*) from contact_point where address = ? and state = 'ACTIVE'", person.email))
                .isEqualTo(1);
    }

    @Test
    void at_night_only_the_next_step_is_brought_forward_and_only_to_the_morning() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 22, 0));
        var person = aPersonWithMail();
        person.address("PHONE", person.phone);
        gate.refuseAlways(person.email, "554 5.7.1 not wanted");
        var notification = person.notification();
        var next = person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z"));
        var last = person.fallback(notification, ChannelKind.ZALO, Instant.parse("2099-01-02T00:00:00Z"));
        awaitState(person.send(notification, ChannelKind.EMAIL), "FAILED");
        assertThat(hourOf(next)).isEqualTo("2024-05-03 07");
        assertThat(hourOf(last)).startsWith("2099-01-02");
    }

    @Test
    void no_fallback_is_brought_forward_where_another_first_choice_has_gone() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        var person = aPersonWithMail();
        person.address("PHONE", person.phone);
        gate.refuseAlways(person.email, "554 5.7.1 not wanted");
        var notification = person.notification();
        var fallback = person.fallback(notification, ChannelKind.SMS, Instant.parse("2099-01-01T00:00:00Z"));
        TestWork.execute("""
                insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                  only_if_unread, not_before, state, next_attempt_at, created_at)
                values (gen_random_uuid(), ?1, 'WEB_PUSH', 'OVERDUE', ?2, ?1, true, false, now(), 'SENT', now(), now())""", notification, person.tenant);
        awaitState(person.send(notification, ChannelKind.EMAIL), "FAILED");
        assertThat(hourOf(fallback)).startsWith("2099-01-01");
    }

    private static String hourOf(UUID dispatch) {
        return TestDatabase.ask(
                        "select to_char(not_before at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24') from dispatch where id = ?",
                        dispatch)
                .getFirst();
    }

    private static String failure(UUID dispatch) {
        return TestEvents.on("notifications.delivery.v1", dispatch.toString()).stream()
                .filter(event -> TestEvents.header(event, "ce_type").equals("notifications.delivery.failed.v1"))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    @Test
    void an_address_that_does_not_exist_stops_and_becomes_a_task_once() {
        var person = aPersonWithMail();
        var secretary = TestTree.aHolderOf(Role.CELL_SECRETARY, person.organisation);
        gate.refuseAlways(person.email, "550 5.1.1 no such user");
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(dispatch, "FAILED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                TestDatabase.ask("select state from contact_point where address = ?", person.email))
                        .containsExactly("BOUNCED"));
        assertThat(inboxOf(person.subject)).contains("Địa chỉ liên hệ không nhận được tin");
        assertThat(inboxOf(secretary)).containsExactly("Địa chỉ liên hệ không nhận được tin");
        assertThat(TestDatabase.ask(
                                "select text from notification where recipient_subject = ? and duty_kind = 'CONTACT'",
                                secretary)
                        .getFirst())
                .contains("p***@example.vn")
                .doesNotContain(person.email);
        var next = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(next, "UNADDRESSED");
        assertThat(inboxOf(secretary)).hasSize(1);
        assertThat(mailsTo(person.email)).isEmpty();
    }

    @Test
    void a_refusal_of_the_message_says_nothing_about_the_address() {
        var person = aPersonWithMail();
        gate.refuseAlways(person.email, "554 5.7.1 not wanted");
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(dispatch, "FAILED");
        assertThat(TestDatabase.ask("select state from contact_point where address = ?", person.email))
                .containsExactly("ACTIVE");
    }

    @Test
    void a_server_that_is_down_for_an_hour_gets_everything_afterwards_once() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        gate.close();
        var people = new ArrayList<ChannelWorld>();
        var dispatches = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            var person = aPersonWithMail();
            people.add(person);
            dispatches.add(person.send(person.notification(), ChannelKind.EMAIL));
        }
        await().atMost(SOON).until(() -> bean(ChannelSending.class).isAway(ChannelKind.EMAIL));
        for (int i = 0; i < 10; i++) { // as often as it is tried in an hour, without its pauses
            bean(ChannelSending.class).pass(ChannelKind.EMAIL);
        }
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 9, 0));
        assertThat(dispatches).allMatch(dispatch -> state(dispatch).equals("PLANNED"));
        assertThat(TestDatabase.count("select count(*) from dispatch where id = any(?) and attempts > 1", (Object)
                        dispatches.toArray(UUID[]::new)))
                .isZero();
        gate.open();
        dispatches.forEach(dispatch -> awaitState(dispatch, "SENT"));
        people.forEach(person -> assertThat(mailsTo(person.email)).hasSize(1));
    }

    @Test
    void a_message_whose_receipt_was_lost_goes_again_under_the_same_id() throws Exception {
        var person = aPersonWithMail();
        try (var held = HeldTask.named("channel-email")) {
            var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
            gate.hangUpOnce(person.email);
            await().atMost(SOON).until(() -> {
                bean(ChannelSending.class).pass(ChannelKind.EMAIL);
                return state(dispatch).equals("SENT");
            });
        }
        var mails = awaitMails(person.email, 2);
        assertThat(raw(mails.get(0), "Message-ID")).isEqualTo(raw(mails.get(1), "Message-ID"));
    }

    @Test
    void what_is_resolved_read_or_erased_before_does_not_go() {
        var person = aPersonWithMail();
        UUID resolved, read, unread, erased;
        try (var held = HeldTask.named("channel-email")) {
            var first = person.notification();
            resolved = person.send(first, ChannelKind.EMAIL);
            var second = person.notification();
            read = person.fallback(second, ChannelKind.EMAIL, Instant.parse("2000-01-01T00:00:00Z"));
            unread = person.fallback(person.notification(), ChannelKind.EMAIL, Instant.parse("2000-01-01T00:00:00Z"));
            var third = person.notification();
            erased = person.send(third, ChannelKind.EMAIL);
            TestWork.execute("update notification set resolved_at = now() where id = ?1", first);
            TestWork.execute("update notification set read_at = now(), opened_at = now() where id = ?1", second);
            TestWork.execute("delete from notification where id = ?1", third);
        }
        awaitState(unread, "SENT");
        awaitState(resolved, "CANCELLED");
        awaitState(read, "CANCELLED");
        awaitState(erased, "CANCELLED");
        assertThat(List.of(reason(resolved), reason(read), reason(erased)))
                .containsExactly("resolved", "read", "erased");
        assertThat(mailsTo(person.email)).hasSize(1);
    }

    @Test
    void nothing_goes_before_its_moment_in_business_time() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 22, 0));
        var person = aPersonWithMail();
        var dispatch = person.fallback(person.notification(), ChannelKind.EMAIL, Instant.parse("2024-05-03T00:00:00Z"));
        var sooner = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(sooner, "SENT");
        assertThat(state(dispatch)).isEqualTo("PLANNED");
        TestClock.setTo(LocalDateTime.of(2024, 5, 3, 7, 0, 1));
        awaitState(dispatch, "SENT");
    }

    @Test
    void two_senders_at_once_send_every_message_once() {
        var people = new ArrayList<ChannelWorld>();
        var dispatches = new ArrayList<UUID>();
        try (var held = HeldTask.named("channel-email")) {
            for (int i = 0; i < 30; i++) {
                var person = aPersonWithMail();
                people.add(person);
                dispatches.add(person.send(person.notification(), ChannelKind.EMAIL));
            }
            var senders = new ArrayList<CompletableFuture<Boolean>>();
            for (int i = 0; i < 4; i++) {
                senders.add(CompletableFuture.supplyAsync(
                        () -> bean(ChannelSending.class).pass(ChannelKind.EMAIL)));
            }
            senders.forEach(CompletableFuture::join);
        }
        dispatches.forEach(dispatch -> awaitState(dispatch, "SENT"));
        people.forEach(person -> assertThat(mailsTo(person.email)).hasSize(1));
    }

    @Test
    void a_tenant_with_thousands_does_not_keep_back_one_with_a_single_message() {
        var many = aPersonWithMail();
        var single = aPersonWithMail();
        try (var held = HeldTask.named("channel-email")) {
            var notification = many.notification();
            TestWork.execute("""
                    insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                      only_if_unread, not_before, state, next_attempt_at, created_at)
                    select gen_random_uuid(), gen_random_uuid(), 'EMAIL', 'REMINDER', ?1, ?2, false, false,
                           '2000-01-01', 'PLANNED', now(), now() from generate_series(1, 3000)""", many.tenant, notification);
            var dispatch = single.send(single.notification(), ChannelKind.EMAIL);
            bean(ChannelSending.class).pass(ChannelKind.EMAIL);
            assertThat(state(dispatch)).isEqualTo("SENT");
            assertThat(TestDatabase.count(
                            "select count(*) from dispatch where tenant_id = ? and state = 'PLANNED'", many.tenant))
                    .isGreaterThan(2000);
        } finally {
            TestWork.execute("delete from dispatch where tenant_id = ?1", many.tenant);
        }
    }

    @Test
    void over_the_days_cap_only_what_is_mandatory_goes_and_over_the_minutes_rate_nothing() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        var person = aPersonWithMail();
        used(person.tenant, 0, Caps.SHIPPED.perDay());
        person.category = Category.REMINDER;
        var optional = person.send(person.notification(), ChannelKind.EMAIL);
        person.category = Category.OVERDUE;
        var mandatory = person.send(person.notification(), ChannelKind.EMAIL);
        awaitState(mandatory, "SENT");
        assertThat(state(optional)).isEqualTo("PLANNED");
        TestClock.setTo(LocalDateTime.of(2024, 5, 3, 8, 0)); // another day
        awaitState(optional, "SENT");
        var throttled = aPersonWithMail();
        var wave = aPersonWithMail();
        used(throttled.tenant, Caps.SHIPPED.perMinute() * 2, 0);
        var late = throttled.send(throttled.notification(), ChannelKind.EMAIL);
        awaitState(wave.send(wave.notification(), ChannelKind.EMAIL), "SENT");
        assertThat(state(late)).isEqualTo("PLANNED");
        TestWork.execute(
                "update dispatch_usage set minute = minute - interval '1 hour' where tenant_id = ?1", throttled.tenant);
        awaitState(late, "SENT");
    }

    @Test
    void what_is_optional_gets_of_a_minute_what_is_mandatory_has_left() {
        TestClock.setTo(LocalDateTime.of(2024, 5, 2, 8, 0));
        var person = aPersonWithMail();
        try (var held = HeldTask.named("channel-email")) {
            person.category = Category.REMINDER;
            var optional = person.send(person.notification(), ChannelKind.EMAIL);
            person.category = Category.OVERDUE;
            var mandatory = person.send(person.notification(), ChannelKind.EMAIL);
            used(person.tenant, Caps.SHIPPED.perMinute() - 1, 0);
            bean(ChannelSending.class).pass(ChannelKind.EMAIL);
            assertThat(state(mandatory)).isEqualTo("SENT");
            assertThat(state(optional)).isEqualTo("PLANNED");
        }
    }

    /// Over this minute and the next, so that the change of the minute does not matter.
    private static void used(UUID tenant, int inMinute, int onDay) {
        await().atMost(java.time.Duration.ofSeconds(70))
                .until(() -> TestDatabase.count("select extract(second from now())::int") < 50);
        TestWork.execute("""
                insert into dispatch_usage (tenant_id, minute, in_minute, day, on_day)
                values (?1, date_trunc('minute', now()), ?2, '2024-05-02', ?3)""", tenant, inMinute, onDay);
    }

    private static List<MimeMessage> awaitMails(String address, int count) {
        await().atMost(SOON).until(() -> mailsTo(address).size() >= count);
        return mailsTo(address);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> ((InternetAddress) to).getAddress().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raw(MimeMessage mail, String header) throws MessagingException {
        assertThat(mail.getHeader(header)).as(header).hasSize(1);
        return mail.getHeader(header)[0];
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }
}
