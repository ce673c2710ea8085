package vn.tiendo.notifications.reminder;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Has one replica at a time fire reminders, once a second, and another take over when that one dies.
///
/// The schedule and its heartbeats are real time, whatever the business clock says. Should two replicas fire at
/// once after all, the claim and the constraints of the tables still let each reminder through once.
@ApplicationScoped
public class ReminderScheduler {

    private static final Logger LOG = Logger.getLogger(ReminderScheduler.class);
    private static final String TASK = "fire-reminders";
    private static final Duration LONGEST_RUN = Duration.ofSeconds(20);
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    /// The least that the library takes: a replica counts as dead after four missed heartbeats.
    private static final int MISSED_HEARTBEATS = 4;

    @Inject
    DataSource database;

    @Inject
    ReminderFiring firing;

    @Inject
    RollUpFiring rollUps;

    @Inject
    Clock clock;

    @ConfigProperty(name = "tiendo.background.enabled", defaultValue = "true")
    boolean enabled;

    @ConfigProperty(name = "tiendo.reminders.poll", defaultValue = "PT1S")
    Duration poll;

    /// Dead replicas are looked for every other heartbeat, so five seconds mean that another takes over within
    /// thirty.
    @ConfigProperty(name = "tiendo.reminders.heartbeat", defaultValue = "PT5S")
    Duration heartbeat;

    private @Nullable Scheduler scheduler;
    private volatile boolean stopping;
    private volatile @Nullable Instant latest;

    void start(@Observes StartupEvent event) {
        if (enabled) {
            scheduler = scheduler("notifications-" + UUID.randomUUID());
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /// @param name tells replicas apart
    Scheduler scheduler(String name) {
        return Scheduler.create(database)
                .startTasks(task())
                .schedulerName(() -> name)
                .threads(1)
                .pollingInterval(poll)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private RecurringTask<Void> task() {
        return Tasks.recurring(TASK, FixedDelay.of(poll))
                .onFailureReschedule()
                .onDeadExecutionRevive()
                .execute((instance, context) -> run());
    }

    /// Works off what is due, batch by batch; long work is cut so that heartbeats and shutdown are not kept
    /// waiting.
    private void run() {
        var until = System.nanoTime() + LONGEST_RUN.toNanos();
        if (wasSetBack()) {
            LOG.infof("Business time was set back; %d reminders lie ahead again", planAhead());
        }
        firing.retry();
        var batch = firing.fireBatch();
        while (batch.more() && batch.last() != null && !stopping && System.nanoTime() < until) {
            batch = firing.fireBatchAfter(batch.last());
        }
        // last, so that they count what is left when all below has been told
        while (!batch.more() && !stopping && System.nanoTime() < until && rollUps.fireBatch()) {
            LOG.debug("More superiors are told");
        }
    }

    private boolean wasSetBack() {
        var now = clock.instant();
        var before = latest;
        latest = now;
        return before == null || now.isBefore(before.minus(NOTICEABLE));
    }

    private int planAhead() {
        var all = 0;
        for (var some = firing.planAhead(); some > 0 && !stopping; some = firing.planAhead()) {
            all += some;
        }
        return all;
    }
}
