package vn.tiendo.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;

@QuarkusTest
class NotificationStreamTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    NotificationStreams streams;

    private String subject;

    @BeforeEach
    void before() {
        subject = "listener-" + UUID.randomUUID();
    }

    @Test
    void new_notifications_arrive_in_order_and_only_the_own() throws Exception {
        TestInbox.deliverTo(subject);
        try (var stream = new Stream(subject, null)) {
            await().atMost(SOON).until(() -> streams.openStreams() > 0);
            var sent = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                sent.add(TestInbox.deliverTo(subject).toString());
                TestInbox.deliverTo("somebody-else");
            }
            await().atMost(SOON).until(() -> stream.notifications().size() >= 5);
            assertThat(stream.notifications()).isEqualTo(sent);
        }
        await().atMost(SOON).until(() -> streams.openStreams() == 0);
    }

    @Test
    void a_client_that_was_away_catches_up_with_the_last_event_id() throws Exception {
        var seen = TestInbox.deliverTo(subject);
        var missed = List.of(
                TestInbox.deliverTo(subject).toString(),
                TestInbox.deliverTo(subject).toString());
        var last = TestWork.rows("select position::text from notification where id = ?1", seen)
                .getFirst();
        try (var stream = new Stream(subject, last)) {
            await().atMost(SOON).until(() -> stream.notifications().size() >= 2);
            var after = TestInbox.deliverTo(subject).toString();
            await().atMost(SOON).until(() -> stream.notifications().size() >= 3);
            assertThat(stream.notifications())
                    .startsWith(missed.get(0), missed.get(1))
                    .endsWith(after);
            assertThat(stream.ids()).isSorted().doesNotContain(Long.valueOf(last));
        }
    }

    @Test
    void an_event_id_that_is_not_ours_is_refused() throws Exception {
        var answer = HttpClient.newHttpClient().send(request(subject, "abc"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/invalid-cursor");
    }

    private static HttpRequest request(String subject, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class)
                        + "/api/v1/notifications/stream"))
                .header("Authorization", "Bearer " + Tokens.of(subject))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    /// A client that reads lines as they come.
    private static final class Stream implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Stream(String subject, @Nullable String lastEventId) {
            client.sendAsync(request(subject, lastEventId), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(lines::add));
        }

        List<String> notifications() {
            return lines.stream()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1"))
                    .toList();
        }

        List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> Long.valueOf(line.substring(3).strip()))
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
