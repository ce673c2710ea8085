package vn.tiendo.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tiendo.notifications.channel.ChannelWorld.aPersonWithMail;
import static vn.tiendo.notifications.channel.ChannelWorld.bean;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.HeldTask;
import vn.tiendo.kit.test.TestDatabase;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class ForgetDispatchesTest {

    private final ChannelWorld person = aPersonWithMail();

    @Test
    void what_is_old_goes_and_evidence_and_what_waits_stays() {
        var old = dispatch("SENT", false, 401, person.notification());
        var failed = dispatch("FAILED", false, 401, person.notification());
        var erased = dispatch("CANCELLED", false, 500, UUID.randomUUID());
        var young = dispatch("SENT", false, 399, person.notification());
        var mandatory = dispatch("DELIVERED", true, 4_000, person.notification());
        var waits = dispatch("PLANNED", false, 4_000, person.notification());
        var acknowledged = person.notification();
        TestWork.execute(
                "update notification set acknowledged_at = now(), acknowledgement = 'RECEIVED' where id = ?1",
                acknowledged);
        var answered = dispatch("SENT", false, 4_000, acknowledged);
        clean();
        assertThat(new UUID[] {old, failed, erased}).noneMatch(ForgetDispatchesTest::isThere);
        assertThat(new UUID[] {young, mandatory, waits, answered}).allMatch(ForgetDispatchesTest::isThere);
        TestWork.execute("delete from dispatch where id = ?1", waits);
    }

    @Test
    void many_go_in_batches_and_what_stays_is_passed_over() {
        var acknowledged = person.notification();
        TestWork.execute("update notification set acknowledged_at = now() where id = ?1", acknowledged);
        var answered = dispatch("SENT", false, 5_000, acknowledged);
        TestWork.execute("""
                insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                  only_if_unread, not_before, state, next_attempt_at, created_at)
                select gen_random_uuid(), gen_random_uuid(), 'EMAIL', 'REMINDER', ?1, ?1, false, false, now(), 'SENT',
                       now(), now() - interval '450 days' from generate_series(1, 4500)""", person.tenant);
        assertThat(clean()).isGreaterThanOrEqualTo(3);
        assertThat(TestDatabase.count(
                        "select count(*) from dispatch where tenant_id = ? and created_at < now() - interval '400 days'",
                        person.tenant))
                .isEqualTo(1);
        assertThat(isThere(answered)).isTrue();
    }

    /// @return how many passes it took
    private static int clean() {
        try (var held = HeldTask.named("dispatch-cleaning")) {
            int passes = 1;
            while (QuarkusTransaction.requiringNew()
                    .call(() -> bean(DispatchCleaning.class).pass())) {
                passes++;
            }
            return passes;
        }
    }

    private UUID dispatch(String state, boolean mandatory, int daysAgo, UUID notification) {
        var id = Uuid7.next();
        TestWork.execute("""
                insert into dispatch (id, notification_id, channel, category, tenant_id, recipient_key, mandatory,
                  only_if_unread, not_before, state, next_attempt_at, created_at)
                values (?1, ?2, 'EMAIL', 'REMINDER', ?3, ?3, ?4, false, now() + interval '1 day', ?5, now(),
                        now() - make_interval(days => ?6))""", id, notification, person.tenant, mandatory, state, daysAgo);
        return id;
    }

    private static boolean isThere(UUID dispatch) {
        return TestDatabase.count("select count(*) from dispatch where id = ?", dispatch) == 1;
    }
}
