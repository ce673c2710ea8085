package vn.tiendo.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tiendo.notifications.inbox.NotificationProblem.AlreadyAcknowledged;
import vn.tiendo.notifications.inbox.NotificationProblem.ReasonRequired;

class NotificationTest {

    private static final Instant NOW = Instant.parse("2024-05-02T02:00:00Z");

    private final Notification notification = TestInbox.aNotificationFor("somebody");

    @Test
    void an_answer_also_means_that_it_was_read() {
        notification.acknowledge(Acknowledgement.RECEIVED, null, NOW);
        assertThat(notification.acknowledgedAt()).isEqualTo(NOW);
        assertThat(notification.readAt()).isEqualTo(NOW);
    }

    @Test
    void the_first_answer_stands() {
        notification.acknowledge(Acknowledgement.RECEIVED, null, NOW);
        assertThatThrownBy(() -> notification.acknowledge(Acknowledgement.CANNOT_DO, "bận", NOW.plusSeconds(1)))
                .isInstanceOf(AlreadyAcknowledged.class);
        assertThat(notification.acknowledgement()).isEqualTo(Acknowledgement.RECEIVED);
    }

    @Test
    void who_cannot_do_it_says_why() {
        assertThatThrownBy(() -> notification.acknowledge(Acknowledgement.CANNOT_DO, "  ", NOW))
                .isInstanceOf(ReasonRequired.class);
        notification.acknowledge(Acknowledgement.CANNOT_DO, " chi bộ đã giải thể ", NOW);
        assertThat(notification.reason()).isEqualTo("chi bộ đã giải thể");
    }

    @Test
    void reading_twice_keeps_the_first_moment() {
        notification.read(NOW);
        notification.read(NOW.plusSeconds(60));
        assertThat(notification.readAt()).isEqualTo(NOW);
    }
}
