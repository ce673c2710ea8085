package vn.tiendo.notifications.channel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.tiendo.notifications.channel.Claiming.Outgoing;
import vn.tiendo.notifications.outgoing.Retries;
import vn.tiendo.notifications.preference.ChannelKind;

/// Sends what is due on one channel.
///
/// A message is claimed before it goes and marked right after it was taken over. A kill between the two sends it again
/// when the claim ends, under the same message id. A channel that cannot be reached is left alone for a while; that
/// uses up nobody's attempts.
@ApplicationScoped
class ChannelSending {

    private static final Logger LOG = Logger.getLogger(ChannelSending.class);
    private static final int MOST = 200;
    private static final Duration HOLD = Duration.ofMinutes(5);
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
        var taken = claiming.take(channel, outage == null ? MOST : 1, HOLD);
        var round = new Round(new ConcurrentLinkedQueue<>(taken.messages()));
        sendAll(channel, round);
        if (!round.untried.isEmpty()) {
            claiming.release(List.copyOf(round.untried));
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

    /// One pass over what was taken. Its time is short against that of the claims, so that nobody else takes what still
    /// waits in it.
    private static final class Round {
        private final Queue<Outgoing> waiting;
        private final Queue<Outgoing> untried = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean away = new AtomicBoolean();
        private final long endNanos = System.nanoTime() + LONGEST_ROUND.toNanos();

        private Round(Queue<Outgoing> waiting) {
            this.waiting = waiting;
        }

        boolean isOver() {
            return away.get() || System.nanoTime() - endNanos > 0;
        }
    }

    private void sendAll(Channel channel, Round round) {
        if (round.waiting.isEmpty()) {
            return;
        }
        var lanes = Math.min(config.parallel(), round.waiting.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < lanes; lane++) {
                threads.execute(() -> sendOneAfterAnother(channel, round));
            }
        }
    }

    private void sendOneAfterAnother(Channel channel, Round round) {
        for (var next = round.waiting.poll(); next != null; next = round.waiting.poll()) {
            if (round.isOver()) {
                round.untried.add(next);
            } else if (!send(channel, next)) {
                round.away.set(true);
                round.untried.add(next);
            }
        }
    }

    /// @return false when the channel could not be reached
    private boolean send(Channel channel, Outgoing outgoing) {
        var outcome = attempt(channel, outgoing.message());
        count(channel.kind(), outcome.getClass().getSimpleName());
        try {
            return record(channel.kind(), outgoing, outcome);
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

    private boolean record(ChannelKind kind, Outgoing outgoing, Outcome outcome) {
        var message = outgoing.message();
        switch (outcome) {
            case Outcome.Accepted accepted -> ends.accepted(message, accepted);
            case Outcome.Refused refused -> ends.failed(kind, message, refused.reason());
            case Outcome.AddressFails fails -> ends.addressFailed(kind, message, fails.address(), fails.reason());
            case Outcome.Later later -> {
                var pause = Retries.pauseAfter(config.retries(), outgoing.attempts());
                if (pause.isPresent()) {
                    ends.again(message, later.reason(), pause.get());
                } else {
                    ends.failed(kind, message, later.reason());
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
