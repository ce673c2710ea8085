package vn.tiendo.notifications.channel;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.channel.Dispatches.Plan;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// One person with addresses, in one organisation, and messages that are planned for it past the preferences.
final class ChannelWorld {

    static final Duration SOON = Duration.ofSeconds(20);

    final KnownOrganisation superior;
    final KnownOrganisation organisation;
    final String subject = "person-" + UUID.randomUUID();
    final String email;
    final String phone;
    UUID tenant;
    Category category = Category.OVERDUE;

    ChannelWorld() {
        superior = TestTree.aRoot();
        organisation = TestTree.aChildOf(superior);
        tenant = organisation.id();
        email = "p" + subject.substring(7) + "@example.vn";
        phone = "8490" + Math.abs(subject.hashCode() % 10_000_000);
    }

    static ChannelWorld aPersonWithMail() {
        var world = new ChannelWorld();
        world.address("EMAIL", world.email);
        return world;
    }

    static ChannelWorld aPersonWithPhone() {
        var world = new ChannelWorld();
        world.address("PHONE", world.phone);
        return world;
    }

    UUID address(String kind, String address) {
        var id = Uuid7.next();
        TestWork.execute("""
                insert into contact_point (id, version, issuer, subject, kind, address, state, code_tries, created_at)
                values (?1, 0, ?2, ?3, ?4, ?5, 'ACTIVE', 0, now())""", id, Tokens.ISSUER, subject, kind, address);
        return id;
    }

    UUID notification(String title, String text, @Nullable String thin) {
        var id = Uuid7.next();
        TestWork.execute("""
                insert into notification (id, version, reminder_id, recipient_issuer, recipient_subject, duty_id,
                  duty_kind, organisation_id, escalated, language, title, text, thin_text, delivered_at)
                values (?1, 0, ?1, ?2, ?3, ?1, 'BROADCAST', ?4, false, 'vi', ?5, ?6, cast(?7 as text), now())""", id, Tokens.ISSUER, subject, organisation.id(), title, text, thin);
        return id;
    }

    UUID notification() {
        return notification("Quá hạn 1 ngày: báo cáo", "Báo cáo 6 tháng đã quá hạn 1 ngày.", "Quá hạn 1 ngày");
    }

    /// To be sent now.
    UUID send(UUID notification, ChannelKind channel) {
        return plan(notification, channel, false, Instant.parse("2000-01-01T00:00:00Z"), null);
    }

    UUID fallback(UUID notification, ChannelKind channel, Instant at) {
        return plan(notification, channel, true, at, null);
    }

    UUID digest(UUID notification, Instant at) {
        return plan(notification, ChannelKind.EMAIL, false, at, at);
    }

    /// A contract of its organisation that holds for ever, with one approved template.
    UUID contract(ChannelKind channel, int perDay) {
        var contract = contract(organisation, channel, perDay, "2000-01-01", null);
        template(contract, "OVERDUE", "VI", "Tiến Độ: {noi_dung} ({han})", "APPROVED");
        return contract;
    }

    static UUID contract(
            KnownOrganisation organisation, ChannelKind channel, int perDay, String from, @Nullable String to) {
        var id = Uuid7.next();
        TestWork.execute("""
                insert into provider_contract (id, version, organisation_id, organisation_path, channel, sender, valid_from,
                  valid_to, per_day, created_at)
                values (?1, 0, ?2, ?3, ?4, 'BQLDA', cast(?5 as date), cast(cast(?6 as text) as date), ?7, now())""", id, organisation.id(), organisation.path(), channel.name(), from, to, perDay);
        return id;
    }

    /// The provider's id of it is its own.
    static UUID template(UUID contract, String carries, String language, String text, String state) {
        var id = Uuid7.next();
        TestWork.execute(
                """
                insert into provider_template (id, version, contract_id, external_id, carries, language, text, parameters,
                  state, state_at, created_at)
                values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, now(), now())""",
                id,
                contract,
                id.toString(),
                carries,
                language,
                text,
                carries.equals("CODE") ? "ma=CODE" : "han=DAY,noi_dung=THIN",
                state);
        return id;
    }

    private UUID plan(
            UUID notification,
            ChannelKind channel,
            boolean onlyIfUnread,
            Instant notBefore,
            @Nullable Instant digestAt) {
        QuarkusTransaction.requiringNew()
                .run(() -> bean(Dispatches.class)
                        .add(List.of(new Plan(
                                notification,
                                channel,
                                category,
                                tenant,
                                new Account(Tokens.ISSUER, subject).key(),
                                category.mandatory(),
                                onlyIfUnread,
                                notBefore,
                                digestAt,
                                DispatchState.PLANNED))));
        return UUID.fromString(TestDatabase.ask(
                        "select id::text from dispatch where notification_id = ? and channel = ?",
                        notification,
                        channel.name())
                .getFirst());
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    static String state(UUID dispatch) {
        return TestDatabase.ask("select state from dispatch where id = ?", dispatch)
                .getFirst();
    }

    static String reason(UUID dispatch) {
        return TestDatabase.ask("select reason from dispatch where id = ?", dispatch)
                .getFirst();
    }

    static void awaitState(UUID dispatch, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(state(dispatch))
                        .isEqualTo(state));
    }

    static List<String> inboxOf(String subject) {
        return new ArrayList<>(TestDatabase.ask(
                "select title from notification where recipient_subject = ? order by position", subject));
    }
}
