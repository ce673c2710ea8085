package vn.tiendo.notifications.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.Destination;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.outgoing.OutgoingCalls;
import vn.tiendo.notifications.outgoing.OutgoingConfig;
import vn.tiendo.notifications.outgoing.Retries;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Due;
import vn.tiendo.notifications.webhook.WebhookSecrets.SealedByAnotherKey;

/// Sends what is due: signed, to a pinned address, without following anybody elsewhere.
///
/// At least once: a kill between the answer and its record sends the message again, under the same `webhook-id`. A
/// receiver that hangs holds up its own messages alone.
@ApplicationScoped
public class WebhookSending implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(WebhookSending.class);
    private static final int MOST = 200;
    /// No message is begun later: names that are looked up slowly must not outlast the claim.
    private static final Duration LONGEST_PASS = Duration.ofSeconds(15);

    private static final int GONE = 410;
    private static final String GONE_REASON = "gone";

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookService webhooks;

    @Inject
    WebhookSecrets secrets;

    @Inject
    OutgoingAddress addresses;

    @Inject
    OutgoingCalls calls;

    @Inject
    WebhooksConfig config;

    @Inject
    OutgoingConfig outgoing;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    @Override
    public String name() {
        return "webhook-sending";
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean pass() {
        var end = System.nanoTime() + LONGEST_PASS.toNanos();
        var hold = LONGEST_PASS.plus(outgoing.timeout().multipliedBy(2)).plusSeconds(5);
        var due = QuarkusTransaction.requiringNew().call(() -> deliveries.claim(MOST, hold));
        var keys = new HashMap<UUID, List<String>>();
        for (int next = 0; next < due.size(); next++) {
            if (System.nanoTime() - end > 0) {
                var untried = due.subList(next, due.size());
                QuarkusTransaction.requiringNew().run(() -> deliveries.putBack(untried));
                return true;
            }
            var message = due.get(next);
            try {
                send(message, keys.computeIfAbsent(message.webhookId(), this::keysOf));
            } catch (SealedByAnotherKey unreadable) {
                record(message, null, "secret-unreadable");
            }
        }
        return due.size() == MOST;
    }

    private List<String> keysOf(UUID webhook) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.secretsOf(webhook)).stream()
                .map(secrets::open)
                .toList();
    }

    private void send(Due message, List<String> keys) {
        Destination destination;
        try {
            destination = addresses.resolve(message.url());
        } catch (UnknownHostException unknown) {
            record(message, null, "host-unknown");
            return;
        } catch (AddressRefused refused) {
            record(message, null, refused.isInside() ? "webhook-address-private" : "webhook-address-unfit");
            return;
        }
        post(message, destination, keys)
                .onComplete(outcome -> vertx.executeBlocking(
                        () -> {
                            var failure = outcome.cause();
                            record(message, outcome.result(), failure == null ? null : OutgoingCalls.faultOf(failure));
                            return null;
                        },
                        false));
    }

    private Future<Integer> post(Due message, Destination to, List<String> keys) {
        var seconds = InstantSource.system().instant().getEpochSecond();
        var id = message.eventId().toString();
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "tiendo-webhooks/1.0",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(seconds),
                "webhook-signature",
                WebhookSecrets.signatures(keys, id, seconds, message.payload()));
        return calls.post(to, headers, Buffer.buffer(message.payload()));
    }

    private void record(Due message, @Nullable Integer code, @Nullable String fault) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (code != null && code >= 200 && code < 300) {
                    deliveries.delivered(message.id(), code);
                    count("delivered");
                } else {
                    var pause = Retries.pauseAfter(config.retries(), message.attempts());
                    deliveries.failed(message.id(), code, fault, pause);
                    count(pause.isEmpty() ? "given-up" : "failed");
                    if (code != null && code == GONE) {
                        webhooks.disableItself(message.webhookId(), GONE_REASON);
                    }
                }
            });
        } catch (RuntimeException later) {
            LOG.warnf(
                    "The outcome of delivery %s was not recorded; it is sent again: %s",
                    message.id(), later.getClass());
        }
    }

    private void count(String outcome) {
        meters.counter("tiendo.webhook.attempts", "outcome", outcome).increment();
    }
}
