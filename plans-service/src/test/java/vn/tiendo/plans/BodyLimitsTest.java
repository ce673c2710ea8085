package vn.tiendo.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.test.Tokens;

/// Bodies of unknown length, which no header gives away.
@QuarkusTest
class BodyLimitsTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit_of_its_path() throws Exception {
        assertThat(chunked("/api/v1/organisations", "application/json", MEGABYTE + MEGABYTE / 2))
                .isEqualTo(413);
        assertThat(chunked("/api/v1/organisations/imports", "text/csv", 11 * MEGABYTE))
                .isEqualTo(413);
        assertThat(chunked("/api/v1/organisations/imports", "text/csv", 2 * MEGABYTE))
                .isEqualTo(403); // read, and sent by somebody who administers nothing
    }

    private static int chunked(String path, String type, int bytes) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Authorization", "Bearer " + Tokens.of("nobody-at-all"))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException closedBeforeAllWasSent) {
            return 413;
        }
    }
}
