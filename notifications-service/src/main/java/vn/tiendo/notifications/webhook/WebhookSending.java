package vn.tiendo.notifications.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.leader.LeaderTask;
import vn.tiendo.notifications.webhook.WebhookAddress.Destination;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Due;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressPrivate;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressUnfit;

/// Sends what is due: signed, to a pinned address, without following anybody elsewhere.
///
/// At least once: a kill between the answer and its record sends the message again, under the same `webhook-id`. A
/// receiver that hangs holds up its own messages alone.
@ApplicationScoped
public class WebhookSending implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(WebhookSending.class);
    private static final int MOST = 200;
    private static final int GONE = 410;
    private static final String GONE_REASON = "gone";

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookService webhooks;

    @Inject
    WebhookSecrets secrets;

    @Inject
    WebhookAddress addresses;

    @Inject
    WebhooksConfig config;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    private @Nullable HttpClient client;

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
        var hold = config.timeout().plusSeconds(20);
        var due = QuarkusTransaction.requiringNew().call(() -> deliveries.claim(MOST, hold));
        var keys = new HashMap<UUID, List<String>>();
        due.forEach(message -> send(message, keys.computeIfAbsent(message.webhookId(), this::keysOf)));
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
        } catch (WebhookAddressPrivate | WebhookAddressUnfit refused) {
            record(message, null, refused.code());
            return;
        }
        post(message, destination, keys)
                .onComplete(outcome -> vertx.executeBlocking(
                        () -> {
                            var failure = outcome.cause();
                            record(message, outcome.result(), failure == null ? null : faultOf(failure));
                            return null;
                        },
                        false));
    }

    private Future<Integer> post(Due message, Destination to, List<String> keys) {
        var seconds = InstantSource.system().instant().getEpochSecond();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), to.port())))
                .setURI(to.target())
                .setFollowRedirects(false)
                .setConnectTimeout(config.timeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis())
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "tiendo-webhooks/1.0")
                .putHeader("webhook-id", message.eventId().toString())
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader(
                        "webhook-signature",
                        WebhookSecrets.signatures(keys, message.eventId().toString(), seconds, message.payload()));
        return client().request(options)
                .compose(request -> request.send(message.payload()))
                .map(WebhookSending::statusOf);
    }

    /// What the receiver writes beside its status is of no interest, however much it is.
    private static int statusOf(HttpClientResponse response) {
        var status = response.statusCode();
        response.request().reset();
        return status;
    }

    private void record(Due message, @Nullable Integer code, @Nullable String fault) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (code != null && code >= 200 && code < 300) {
                    deliveries.delivered(message.id(), code);
                    count("delivered");
                } else {
                    var pause = pauseAfter(message.attempts());
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

    /// @param attempts so far
    private Optional<Duration> pauseAfter(int attempts) {
        var pauses = config.retries();
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(attempts - 1).toMillis();
        return Optional.of(Duration.ofMillis(
                pause + (long) (pause * ThreadLocalRandom.current().nextDouble(-0.1, 0.1))));
    }

    private static String faultOf(Throwable failure) {
        if (failure instanceof TimeoutException
                || failure.getClass().getSimpleName().contains("Timeout")) {
            return "timeout";
        }
        return failure instanceof javax.net.ssl.SSLException ? "tls" : "no-connection";
    }

    private void count(String outcome) {
        meters.counter("tiendo.webhook.attempts", "outcome", outcome).increment();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions()
                    .setMaxPoolSize(8)
                    .setKeepAlive(false)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .setIdleTimeout((int) config.timeout().toSeconds()));
        }
        return client;
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
