package vn.tiendo.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.notifications.channel.ChannelWorld.SOON;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithMail;
import static vn.tiendo.notifications.channel.ChannelWorld.awaitState;
import static vn.tiendo.notifications.channel.ChannelWorld.bean;
import static vn.tiendo.notifications.channel.ChannelWorld.state;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.channel.Claiming.Taken;
import vn.tiendo.notifications.preference.ChannelKind;

/// What one replica has claimed while it sends, stands still or dies, seen from another one. Claims hold for
/// two seconds here.
@QuarkusTest
class TakeoverTest {

    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final String MOVED =
            "select count(*) from dispatch where id = ? and claimed_until > ?::timestamptz + interval '0.5 seconds'";

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

    @Test
    void who_sends_slowly_renews_its_claim_and_nobody_else_sends_it() {
        var person = aPersonWithMail();
        var answered = new CountDownLatch(1);
        gate.stall(person.email, answered);
        var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
        await().atMost(SOON).until(() -> gate.isStalled(person.email));
        var first = claimedUntil(dispatch);
        await().atMost(SOON).until(() -> TestDatabase.count(MOVED, dispatch, first) == 1);
        assertThat(idsOf(take(UUID.randomUUID()))).doesNotContain(dispatch);
        answered.countDown();
        awaitState(dispatch, "SENT");
        assertThat(mailsTo(person)).isEqualTo(1);
    }

    @Test
    void what_a_dead_replica_had_claimed_goes_when_its_hold_is_over_and_once() {
        var person = aPersonWithMail();
        UUID dispatch;
        try (var held = HeldTask.named("channel-email")) {
            dispatch = person.send(person.notification(), ChannelKind.EMAIL);
            assertThat(idsOf(take(UUID.randomUUID()))).contains(dispatch);
            bean(ChannelSending.class).pass(ChannelKind.EMAIL);
            assertThat(state(dispatch)).isEqualTo("PLANNED");
        }
        awaitState(dispatch, "SENT");
        assertThat(mailsTo(person)).isEqualTo(1);
    }

    /// Four go at the same time; the fifth waits behind them.
    @Test
    void what_another_one_has_claimed_meanwhile_is_not_begun_any_more() {
        awaitThatTheChannelIsThere();
        var people = Stream.generate(ChannelWorld::aPersonWithMail).limit(5).toList();
        var answered = new CountDownLatch(1);
        try (var held = HeldTask.named("channel-email")) {
            var dispatches = new HashMap<ChannelWorld, UUID>();
            people.forEach(person -> {
                gate.stall(person.email, answered);
                dispatches.put(person, person.send(person.notification(), ChannelKind.EMAIL));
            });
            var pass = CompletableFuture.runAsync(
                    () -> bean(ChannelSending.class).pass(ChannelKind.EMAIL),
                    Thread.ofPlatform()::start); // with the class loader of the test, unlike the common pool
            await().atMost(SOON)
                    .until(() -> people.stream()
                                    .filter(person -> gate.isStalled(person.email))
                                    .count()
                            == 4);
            var waiting = people.stream()
                    .filter(person -> !gate.isStalled(person.email))
                    .findFirst()
                    .orElseThrow();
            var taken = dispatches.remove(waiting);
            TestWork.execute(
                    "update dispatch set claimed_by = ?2, claimed_until = now() + interval '1 hour' where id = ?1",
                    taken,
                    UUID.randomUUID());
            var one = dispatches.values().iterator().next();
            var before = claimedUntil(one);
            await().atMost(SOON).until(() -> TestDatabase.count(MOVED, one, before) == 1);
            answered.countDown();
            pass.join();
            assertThat(dispatches.values()).allMatch(dispatch -> state(dispatch).equals("SENT"));
            assertThat(state(taken)).isEqualTo("PLANNED");
            assertThat(mailsTo(waiting)).isZero();
            TestWork.execute("update dispatch set claimed_until = now() where id = ?1", taken);
            bean(ChannelSending.class).pass(ChannelKind.EMAIL);
            assertThat(mailsTo(waiting)).isEqualTo(1);
        }
    }

    /// Of what was found away before one message alone is tried.
    private static void awaitThatTheChannelIsThere() {
        var somebody = aPersonWithMail();
        awaitState(somebody.send(somebody.notification(), ChannelKind.EMAIL), "SENT");
        await().atMost(SOON).until(() -> !bean(ChannelSending.class).isAway(ChannelKind.EMAIL));
    }

    @Test
    void one_that_comes_back_late_neither_ends_nor_frees_what_another_one_sends() {
        var person = aPersonWithMail();
        try (var held = HeldTask.named("channel-email")) {
            var dispatch = person.send(person.notification(), ChannelKind.EMAIL);
            var late = UUID.randomUUID();
            var outgoing = take(late).messages().stream()
                    .filter(each -> each.message().dispatchIds().contains(dispatch))
                    .toList();
            var message = outgoing.getFirst().message();
            TestWork.execute("update dispatch set claimed_until = now() where id = ?1", dispatch);
            var other = UUID.randomUUID();
            assertThat(idsOf(take(other))).contains(dispatch);
            var ends = bean(DispatchEnds.class);
            ends.again(message, late, "smtp-4.3.0", Duration.ZERO);
            ends.failed(ChannelKind.EMAIL, message, late, "smtp-5.0.0");
            bean(Claiming.class).release(outgoing, late);
            assertThat(bean(Claiming.class).renew(List.of(dispatch), late, HOLD))
                    .isEmpty();
            assertThat(TestDatabase.ask("select claimed_by::text || ' ' || state from dispatch where id = ?", dispatch))
                    .containsExactly(other + " PLANNED");
        }
    }

    private static Taken take(UUID claim) {
        return bean(Claiming.class).take(bean(Channels.class).of(ChannelKind.EMAIL), 200, claim, HOLD);
    }

    private static List<UUID> idsOf(Taken taken) {
        return taken.messages().stream()
                .flatMap(each -> each.message().dispatchIds().stream())
                .toList();
    }

    private static String claimedUntil(UUID dispatch) {
        return String.valueOf(TestDatabase.ask("select claimed_until::text from dispatch where id = ?", dispatch)
                .getFirst());
    }

    private static long mailsTo(ChannelWorld person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> headerOf(mail).contains(person.email))
                .count();
    }

    private static String headerOf(jakarta.mail.internet.MimeMessage mail) {
        try {
            return String.join(",", mail.getHeader("To"));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
