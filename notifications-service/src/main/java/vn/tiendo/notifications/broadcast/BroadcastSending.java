package vn.tiendo.notifications.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.kit.time.Days;
import vn.tiendo.notifications.inbox.Notification;
import vn.tiendo.notifications.inbox.Notification.About;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.inbox.Recipient;

/// Counts and sends broadcasts, a bounded batch per transaction. A batch and the note of who is done commit together,
/// so a kill in between leaves the rest to whoever comes next, and nobody is told twice.
@ApplicationScoped
public class BroadcastSending implements LeaderTask {

    static final String NAME = "broadcast-sending";
    private static final int BATCH = 500;
    private static final int CLEANED = 5_000;

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    BroadcastRecipients recipients;

    @Inject
    NotificationService notifications;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean pass() {
        var now = clock.instant();
        return count(now) || send(now) || recipients.dropThoseOfCancelled(CLEANED) == CLEANED;
    }

    private boolean count(Instant now) {
        var next = broadcasts.nextToCount();
        next.ifPresent(broadcast -> broadcast.counted(recipients.count(broadcast, Days.dayOf(now)), now));
        return next.isPresent();
    }

    private boolean send(Instant now) {
        var next = broadcasts.nextToSend(now);
        if (next.isEmpty()) {
            return false;
        }
        var broadcast = next.get();
        if (broadcast.status() == BroadcastStatus.SCHEDULED) {
            recipients.fix(broadcast, Days.dayOf(now));
            broadcast.start(now);
            return true;
        }
        var some = recipients.take(broadcast.id(), BATCH);
        if (some.isEmpty()) {
            broadcast.finish(now);
            return true;
        }
        var delivered = notifications.deliver(some.stream()
                .map(recipient -> write(broadcast, broadcast.id(), "", recipient, now))
                .toList());
        recipients.addSent(broadcast.id(), delivered);
        return true;
    }

    /// @param occasion each person is told once of each
    /// @param mark stands before the title
    static Notification write(Broadcast broadcast, UUID occasion, String mark, Recipient recipient, Instant now) {
        var english = recipient.language().equals("en");
        return new Notification(
                new About(
                        occasion,
                        broadcast.id(),
                        "BROADCAST",
                        null,
                        null,
                        null,
                        broadcast.organisationId(),
                        null,
                        null),
                recipient,
                mark + broadcast.titleIn(recipient.language()),
                broadcast.textIn(recipient.language()),
                english
                        ? "There is a new message for you. Please look into the system."
                        : "Đồng chí có thông báo mới. Mời xem trong hệ thống.",
                now);
    }
}
