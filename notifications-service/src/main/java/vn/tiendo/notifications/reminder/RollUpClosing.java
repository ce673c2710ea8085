package vn.tiendo.notifications.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.inbox.NotificationService;
import vn.tiendo.notifications.reminder.RollUpRepository.Counted;

/// Marks what superiors were told as resolved when nobody is missing any more, piece by piece.
@ApplicationScoped
public class RollUpClosing implements LeaderTask {

    private static final int BATCH = 50;

    @Inject
    RollUpRepository rollUps;

    @Inject
    NotificationService notifications;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "roll-up-closing";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean pass() {
        var toLookAt = rollUps.toLookAt(BATCH);
        if (toLookAt.isEmpty()) {
            return false;
        }
        var counted = rollUps.count(toLookAt);
        var nothingLeft = toLookAt.stream()
                .filter(id -> counted.getOrDefault(id, Counted.NOTHING).missing() == 0)
                .toList();
        var now = clock.instant();
        rollUps.lookedAt(toLookAt, nothingLeft, now);
        if (!nothingLeft.isEmpty()) {
            List<UUID> resolved = List.copyOf(nothingLeft);
            List<@Nullable LocalDate> noDay = Collections.nCopies(resolved.size(), null);
            notifications.resolve(resolved, noDay, now);
        }
        return toLookAt.size() == BATCH;
    }
}
