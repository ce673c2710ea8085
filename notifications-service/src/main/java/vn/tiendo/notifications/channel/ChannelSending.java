package vn.tiendo.notifications.channel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.tiendo.notifications.channel.Claiming.Outgoing;
import vn.tiendo.notifications.outgoing.Retries;
import vn.tiendo.notifications.preference.ChannelKind;

/// Sends what is due on one channel.
///
/// A message is claimed before it goes and marked right after it was taken over. The claim is short, and
/// renewed for as long as the replica lives and sends: after a kill another one goes on soon, under the same
/// message id. One that could not renew its claim begins nothing more of it. A channel that cannot be reached
/// is left alone for a while; that uses up nobody's attempts.
@ApplicationScoped
class ChannelSending {

    private static final Logger LOG = Logger.getLogger(ChannelSending.class);
    private static final int MOST = 200;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

    @Inject
    Channels channels;

    @Inject
    Claiming claiming;

    @Inject
    DispatchEnds ends;

    @Inject
    ChannelsConfig config;

    @Inject
    MeterRegistry meters;

    private final Map<ChannelKind, Outage> outages = new ConcurrentHashMap<>();

    /// @param times that the channel was found away, one after another
    private record Outage(int times, long untilNanos) {}

    /// @return whether there may be more to do right away
    boolean pass(ChannelKind kind) {
        var channel = channels.of(kind);
        var outage = outages.get(kind);
        if (channel.off().isPresent() || outage != null && System.nanoTime() - outage.untilNanos < 0) {
            return false;
        }
        var round = new Round(config.hold());
        var taken = claiming.take(channel, outage == null ? MOST : 1, round.claim, config.hold());
        round.waiting.addAll(taken.messages());
        sendAll(channel, round);
        if (!round.untried.isEmpty()) {
            claiming.release(List.copyOf(round.untried), round.claim);
        }
        if (round.away.get()) {
            leaveAlone(kind);
            return false;
        }
        if (!taken.messages().isEmpty()) {
            outages.remove(kind);
        }
        return taken.taken() > 0;
    }

    /// One pass over what was taken.
    private static final class Round {
        private final UUID claim = UUID.randomUUID();
        private final Queue<Outgoing> waiting = new ConcurrentLinkedQueue<>();
        private final Queue<Outgoing> untried = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean away = new AtomicBoolean();
        private final long endNanos = System.nanoTime() + LONGEST_ROUND.toNanos();
        private volatile long heldUntilNanos;

        /// Made before anything is claimed, so that it ends its hold before the database does.
        private Round(Duration hold) {
            held(System.nanoTime(), hold);
        }

        void held(long fromNanos, Duration hold) {
            heldUntilNanos = fromNanos + hold.toNanos() * 4 / 5;
        }

        boolean isOver() {
            var now = System.nanoTime();
            return away.get() || now - endNanos > 0 || now - heldUntilNanos > 0;
        }
    }

    private void sendAll(Channel channel, Round round) {
        if (round.waiting.isEmpty()) {
            return;
        }
        var lanes = Math.min(config.parallel(), round.waiting.size());
        var ids = round.waiting.stream()
                .flatMap(each -> each.message().dispatchIds().stream())
                .toList();
        var sending = new CountDownLatch(lanes);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < lanes; lane++) {
                threads.execute(() -> {
                    try {
                        sendOneAfterAnother(channel, round);
                    } finally {
                        sending.countDown();
                    }
                });
            }
            threads.execute(() -> keepClaimed(ids, round, sending));
        }
    }

    /// What another one has claimed meanwhile, because this one stood still for too long, is left to it.
    private void keepClaimed(List<UUID> ids, Round round, CountDownLatch sending) {
        try {
            while (!sending.await(config.hold().toMillis() / 3, TimeUnit.MILLISECONDS)) {
                var now = System.nanoTime();
                try {
                    var held = claiming.renew(ids, round.claim, config.hold());
                    round.waiting.removeIf(
                            each -> !held.containsAll(each.message().dispatchIds()));
                    round.held(now, config.hold());
                } catch (RuntimeException notNow) {
                    LOG.warnf("Claims were not renewed: %s", notNow.getClass());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOneAfterAnother(Channel channel, Round round) {
        for (var next = round.waiting.poll(); next != null; next = round.waiting.poll()) {
            if (round.isOver()) {
                round.untried.add(next);
            } else if (!send(channel, next, round.claim)) {
                round.away.set(true);
                round.untried.add(next);
            }
        }
    }

    /// @return false when the channel could not be reached
    private boolean send(Channel channel, Outgoing outgoing, UUID claim) {
        var outcome = attempt(channel, outgoing.message());
        count(channel.kind(), outcome.getClass().getSimpleName());
        try {
            return record(channel.kind(), outgoing, claim, outcome);
        } catch (RuntimeException later) {
            LOG.warnf(
                    later,
                    "What became of message %s on %s was not recorded; it goes again under the same id",
                    outgoing.message().id(),
                    channel.kind());
            return true;
        }
    }

    private static Outcome attempt(Channel channel, Message message) {
        try {
            return channel.send(message);
        } catch (RuntimeException defect) {
            LOG.warnf(defect, "Message %s could not be sent on %s", message.id(), channel.kind());
            return new Outcome.Later("defect");
        }
    }

    private boolean record(ChannelKind kind, Outgoing outgoing, UUID claim, Outcome outcome) {
        var message = outgoing.message();
        switch (outcome) {
            case Outcome.Accepted accepted -> ends.accepted(message, accepted);
            case Outcome.Refused refused -> ends.failed(kind, message, claim, refused.reason());
            case Outcome.AddressFails fails ->
                ends.addressFailed(kind, message, claim, fails.address(), fails.reason());
            case Outcome.Later later -> {
                var pause = Retries.pauseAfter(config.retries(), outgoing.attempts());
                if (pause.isPresent()) {
                    ends.again(message, claim, later.reason(), pause.get());
                } else {
                    ends.failed(kind, message, claim, later.reason());
                }
            }
            case Outcome.Unreachable away -> {
                LOG.warnf("Channel %s cannot be reached: %s", kind, away.reason());
                return false;
            }
        }
        return true;
    }

    private void leaveAlone(ChannelKind kind) {
        var pauses = config.outages();
        var last = outages.get(kind);
        var times = last == null ? 0 : Math.min(last.times + 1, pauses.size() - 1);
        outages.put(
                kind,
                new Outage(
                        times,
                        System.nanoTime() + Retries.jittered(pauses.get(times)).toNanos()));
    }

    /// Whether it was found away and has not been reached since, as far as this replica knows.
    boolean isAway(ChannelKind kind) {
        return outages.containsKey(kind);
    }

    private void count(ChannelKind kind, String outcome) {
        meters.counter("tiendo.channel.attempts", "channel", kind.name(), "outcome", outcome)
                .increment();
    }
}
