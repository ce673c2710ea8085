package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.preference.QuietHoursTest.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.Recipient;
import vn.tiendo.notifications.preference.Defaults.DefaultCell;

/// What is stored decides, for many at once and at a fixed price.
@QuarkusTest
class DecideTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
    private static final Set<ChannelKind> ALL = EnumSet.allOf(ChannelKind.class);
    private static final int BATCH = 500;

    /// Places, what is set there, wishes; and the calendar when working days count.
    private static final int STATEMENTS = 3;

    @Inject
    Preferences preferences;

    @Inject
    PreferenceDefaultRepository defaults;

    @Inject
    PreferenceRepository wishes;

    private KnownOrganisation province;
    private KnownOrganisation committee;
    private KnownOrganisation cell;

    @BeforeEach
    void before() {
        province = TestTree.aRoot();
        committee = TestTree.aChildOf(province);
        cell = TestTree.aChildOf(committee);
    }

    @Test
    void where_nothing_is_stored_the_tenant_is_the_top_of_the_tree() {
        var sending = decided(notification(cell.id(), "a")).getFirst();
        assertThat(sending.channel()).isEqualTo(ChannelKind.EMAIL);
        assertThat(sending.tenantId()).isEqualTo(province.id());
        assertThat(caps(province.id())).isEqualTo(Caps.SHIPPED);
    }

    @Test
    void an_organisation_that_is_not_known_yet_gets_what_is_shipped() {
        var unknown = UUID.randomUUID();
        var sending = decided(notification(unknown, "a")).getFirst();
        assertThat(sending.tenantId()).isEqualTo(unknown);
        assertThat(caps(unknown)).isEqualTo(Caps.SHIPPED);
    }

    @Test
    void what_is_set_above_holds_below_on_its_days_and_nowhere_else() {
        set(committee, smsOn(), DAY, null);
        assertThat(channels(cell)).containsExactly(ChannelKind.EMAIL, ChannelKind.SMS);
        assertThat(channels(province)).containsExactly(ChannelKind.EMAIL);
        assertThat(channels(TestTree.aChildOf(province))).containsExactly(ChannelKind.EMAIL);
        var other = TestTree.aChildOf(province);
        set(other, smsOn(), DAY.minusDays(9), DAY.minusDays(1));
        set(other, smsOn(), DAY.plusDays(1), null);
        assertThat(channels(other)).containsExactly(ChannelKind.EMAIL);
    }

    @Test
    void of_two_that_hold_the_newer_counts() {
        set(committee, smsOn(), DAY.minusDays(2), null);
        set(committee, new Defaults(List.of(), null, List.of(), null, null), DAY.minusDays(1), null);
        assertThat(channels(cell)).containsExactly(ChannelKind.EMAIL);
    }

    @Test
    void the_caps_of_the_nearest_organisation_that_has_some_hold() {
        set(province, caps(10, 100), DAY.minusYears(1), null);
        set(committee, caps(20, 200), DAY.minusYears(1), null);
        assertThat(decided(notification(cell.id(), "a")).getFirst().tenantId()).isEqualTo(committee.id());
        assertThat(decided(notification(province.id(), "a")).getFirst().tenantId())
                .isEqualTo(province.id());
        assertThat(caps(committee.id())).isEqualTo(new Caps(20, 200));
        assertThat(caps(cell.id())).isEqualTo(new Caps(20, 200));
        assertThat(caps(province.id())).isEqualTo(new Caps(10, 100));
    }

    @Test
    void wishes_are_those_of_the_account_alone() {
        var subject = "wisher-" + UUID.randomUUID();
        want(subject, Wishes.NONE.without(Category.REMINDER, ChannelKind.EMAIL));
        assertThat(decided(notification(cell.id(), subject))).isEmpty();
        assertThat(decided(notification(cell.id(), "somebody-else"))).hasSize(1);
    }

    @Test
    void five_hundred_cost_as_many_statements_as_one() {
        set(committee, smsOn(), DAY, null);
        var cells = IntStream.range(0, BATCH)
                .mapToObj(i -> TestTree.aChildOf(committee))
                .toList();
        var batch = new ArrayList<Notification>();
        for (var each : cells) {
            var subject = "holder-" + UUID.randomUUID();
            if (batch.size() % 5 == 0) {
                want(subject, Wishes.NONE.without(Category.REMINDER, ChannelKind.EMAIL));
            }
            batch.add(notification(each.id(), subject));
        }
        assertThat(statementsOf(List.of(batch.getFirst()), ALL)).isEqualTo(STATEMENTS);
        assertThat(statementsOf(batch, ALL)).isEqualTo(STATEMENTS);
        assertThat(decide(batch, ALL)).hasSize(2 * BATCH - BATCH / 5);
    }

    @Test
    void the_calendar_is_one_statement_more_and_no_channel_costs_nothing() {
        set(
                committee,
                new Defaults(
                        List.of(),
                        new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), true),
                        List.of(),
                        null,
                        null),
                DAY,
                null);
        var batch = IntStream.range(0, BATCH)
                .mapToObj(i -> notification(cell.id(), "h" + i))
                .toList();
        assertThat(statementsOf(batch, ALL)).isEqualTo(STATEMENTS + 1);
        assertThat(statementsOf(batch, Set.of())).isZero();
        assertThat(decide(batch, Set.of())).isEmpty();
    }

    /// The fewest of several, because a connection that is new asks for types first.
    private long statementsOf(List<Notification> batch, Set<ChannelKind> on) {
        return IntStream.range(0, 5)
                .mapToLong(i -> statementsOfOne(batch, on))
                .min()
                .orElseThrow();
    }

    /// Within a transaction that has begun, so that nothing but the decision is counted.
    private long statementsOfOne(List<Notification> batch, Set<ChannelKind> on) {
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var counted = new Counted(Thread.currentThread().getName());
        counted.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(counted);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                wishes.of(new Account("nobody", "nobody"));
                driver.setLevel(Level.ALL);
                preferences.decide(batch, on, at("2024-05-03T08:00"));
                driver.setLevel(Level.OFF);
            });
            return counted.executed.stream()
                    .filter(message -> message.contains("FE=> Execute"))
                    .count();
        } finally {
            driver.setLevel(null);
            driver.removeHandler(counted);
            driver.setUseParentHandlers(true);
        }
    }

    private static final class Counted extends Handler {
        private final List<String> executed = new CopyOnWriteArrayList<>();
        private final String thread;

        private Counted(String thread) {
            this.thread = thread;
        }

        @Override
        public void publish(LogRecord entry) {
            if (Thread.currentThread().getName().equals(thread)) {
                executed.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private List<ChannelKind> channels(KnownOrganisation organisation) {
        return decided(notification(organisation.id(), "a")).stream()
                .map(Sending::channel)
                .toList();
    }

    private List<Sending> decided(Notification one) {
        return decide(List.of(one), ALL);
    }

    private List<Sending> decide(List<Notification> batch, Set<ChannelKind> on) {
        return QuarkusTransaction.requiringNew().call(() -> preferences.decide(batch, on, at("2024-05-03T08:00")));
    }

    private Caps caps(UUID tenant) {
        return Objects.requireNonNull(QuarkusTransaction.requiringNew()
                .call(() -> preferences.capsOf(Set.of(tenant)))
                .get(tenant));
    }

    private void set(KnownOrganisation organisation, Defaults set, LocalDate from, @Nullable LocalDate to) {
        QuarkusTransaction.requiringNew().run(() -> {
            var made = new PreferenceDefault(organisation, set, from, at("2024-05-01T08:00"));
            if (to != null) {
                made.end(to, from);
            }
            defaults.persist(made);
        });
    }

    private void want(String subject, Wishes wanted) {
        QuarkusTransaction.requiringNew()
                .run(() -> wishes.lock(new Account(Tokens.ISSUER, subject), at("2024-05-01T08:00"))
                        .want(wanted, at("2024-05-01T08:00")));
    }

    private static Defaults smsOn() {
        return new Defaults(
                List.of(new DefaultCell(Category.REMINDER, ChannelKind.SMS, Setting.ON)), null, List.of(), null, null);
    }

    private static Defaults caps(int perMinute, int perDay) {
        return new Defaults(List.of(), null, List.of(), null, new Caps(perMinute, perDay));
    }

    private static Notification notification(UUID organisation, String subject) {
        return new Notification(
                new Notification.About(
                        UUID.randomUUID(), UUID.randomUUID(), "ASSIGNMENT", null, null, null, organisation, -3, DAY),
                new Recipient(Tokens.ISSUER, subject, null, null, false, "vi"),
                "title",
                "text",
                null,
                at("2024-05-03T08:00"));
    }
}
