package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The edge of a cluster and the gateway of one machine limit alike and say the same sentences.
class EdgeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Manifest clients = Repository.overlay("production").get("ClientTrafficPolicy", "tiendo");
    private final Manifest services = Repository.overlay("production").get("BackendTrafficPolicy", "tiendo");
    private final Properties local;
    private final Properties sentences;

    EdgeTest() throws IOException {
        local = Repository.configurationOfLocalGateway();
        sentences = Repository.sentencesOfLocalGateway();
    }

    /// A burst becomes the limit of a second, the steady rate that of a minute.
    @Test
    void rates_are_those_of_the_local_gateway() {
        assertThat(limits("local")).isEqualTo(limitsOf("per-token"));
        var perAddress = limitsOf("per-address");
        assertThat(limits("global"))
                .isEqualTo(
                        Stream.concat(perAddress.stream(), perAddress.stream()).toList());
    }

    @Test
    void connections_bodies_and_times_are_those_of_the_local_gateway() {
        var connections = number("tiendo.gateway.upstream.max-connections");
        for (var threshold : List.of("maxConnections", "maxPendingRequests", "maxParallelRequests")) {
            assertThat(services.at("/spec/circuitBreaker/" + threshold).asInt())
                    .as(threshold)
                    .isEqualTo(connections);
        }
        assertThat(clients.at("/spec/connection/connectionLimit/value").asInt())
                .isEqualTo(number("quarkus.http.limits.max-connections"));
        assertThat(Repository.overlay("production")
                        .get("BackendTrafficPolicy", "json-only")
                        .text("/spec/requestBuffer/limit"))
                .isEqualTo(local.getProperty("tiendo.gateway.body.limit") + "i");
        assertThat(time(services, "/spec/timeout/tcp/connectTimeout"))
                .isEqualTo(localTime("tiendo.gateway.upstream.connect-timeout"));
        assertThat(time(clients, "/spec/timeout/http/requestReceivedTimeout"))
                .isEqualTo(localTime("tiendo.gateway.upstream.request-timeout"));
        for (var silence : List.of("idleTimeout", "streamIdleTimeout")) {
            assertThat(time(clients, "/spec/timeout/http/" + silence))
                    .as(silence)
                    .isEqualTo(localTime("quarkus.http.idle-timeout"));
        }
    }

    @Test
    void envoys_own_answers_are_the_local_gateways_sentences() throws IOException {
        for (var answer : services.items("/spec/responseOverride").toList()) {
            var document = JSON.readTree(Manifest.text(answer, "/response/body/inline"));
            var code = document.path("type").asText().substring("/problems/".length());
            assertThat(document.path("title").asText()).isEqualTo(sentences.getProperty(code + ".title"));
            assertThat(document.path("detail").asText()).isEqualTo(sentences.getProperty(code));
        }
        assertThat(services.items("/spec/responseOverride")
                        .filter(answer ->
                                answer.at("/match/statusCodes/0/value").asInt() == 503)
                        .flatMap(answer -> Manifest.items(answer, "/response/header/set"))
                        .filter(header -> Manifest.text(header, "/name").equals("Retry-After"))
                        .map(header -> Manifest.text(header, "/value") + "S"))
                .containsExactly(local.getProperty("tiendo.gateway.upstream.retry-after"));
    }

    private List<String> limits(String scope) {
        return services.items("/spec/rateLimit/" + scope + "/rules")
                .map(rule -> rule.path("limit"))
                .map(EdgeTest::written)
                .toList();
    }

    private static String written(JsonNode limit) {
        return limit.path("requests").asText() + " a " + limit.path("unit").asText();
    }

    private List<String> limitsOf(String bucket) {
        var key = "tiendo.gateway.rate-limit." + bucket;
        return List.of(number(key + ".burst") + " a Second", number(key + ".per-second") * 60 + " a Minute");
    }

    private int number(String key) {
        return Integer.parseInt(local.getProperty(key));
    }

    private Duration localTime(String key) {
        return Duration.parse("PT" + local.getProperty(key));
    }

    private static Duration time(Manifest policy, String pointer) {
        return Duration.parse("PT" + policy.text(pointer));
    }
}
