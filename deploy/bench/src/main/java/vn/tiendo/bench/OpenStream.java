package vn.tiendo.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One client that listens to its inbox, and comes back with the last id when the stream ends. All of them run on
/// the one thread of their client.
final class OpenStream {

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    final String subject;
    private final HttpClient client;
    private final URI address;
    private final String token;
    private final List<String> received = new ArrayList<>();
    private final Map<String, Long> receivedNanos = new ConcurrentHashMap<>();
    private @Nullable String lastId;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean open;
    private volatile boolean wanted;
    private volatile boolean refused;

    OpenStream(HttpClient client, URI address, String subject, String token) {
        this.client = client;
        this.address = address;
        this.subject = subject;
        this.token = token;
    }

    /// Passes on the lines of one connection, and notices when it ends.
    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            take(line);
        }

        @Override
        public void onError(Throwable cut) {
            ended();
        }

        @Override
        public void onComplete() {
            ended();
        }
    }

    void connect() {
        wanted = true;
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        synchronized (this) {
            if (lastId != null) request.header("Last-Event-ID", lastId);
        }
        client.sendAsync(request.build(), this::handle).whenComplete((response, failure) -> {
            if (failure != null) ended();
        });
    }

    private HttpResponse.BodySubscriber<Void> handle(HttpResponse.ResponseInfo response) {
        if (response.statusCode() != 200) {
            refused = true;
            return BodyHandlers.discarding().apply(response);
        }
        open = true;
        return BodyHandlers.fromLineSubscriber(new Lines()).apply(response);
    }

    private synchronized void take(String line) {
        if (line.startsWith("id:")) {
            lastId = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
            var found = ID.matcher(line);
            if (found.find()) {
                received.add(found.group(1));
                receivedNanos.putIfAbsent(found.group(1), System.nanoTime());
            }
        }
    }

    private void ended() {
        open = false;
        if (wanted)
            LATER.execute(() -> {
                if (wanted) connect();
            });
    }

    /// By force, as a phone does that goes under ground.
    void cut() {
        wanted = false;
        var held = subscription;
        if (held != null) held.cancel();
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    boolean isRefused() {
        return refused;
    }

    synchronized List<String> received() {
        return List.copyOf(received);
    }

    synchronized int count() {
        return received.size();
    }

    @Nullable
    Long nanosOf(String id) {
        return receivedNanos.get(id);
    }
}
