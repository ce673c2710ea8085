package vn.tiendo.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class ForwardingTest {

    private static final String PROBLEM = "application/problem+json";
    private static final int MEBIBYTE = 1024 * 1024;

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans/1/adoption,   plans",
        "/api/v1/plan-imports,       plans",
        "/api/v1/registrations?a=%20b, registrations",
        "/api/v1/progress?plan=1,    reporting",
        "/api/v1/notifications,      notifications",
        "/openapi/reporting,         reporting",
    })
    void each_resource_reaches_its_service_with_path_and_query_as_sent(String target, String service) {
        given().urlEncodingEnabled(false)
                .get(target)
                .then()
                .statusCode(200)
                .body("service", is(service))
                .body("uri", is(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/plansX", "/api/v1/unknown", "/api/v1", "/openapi/plans/x", "/q/health", "/"})
    void _404_where_no_route_leads(String path) {
        given().get(path).then().statusCode(404).contentType(PROBLEM).body("type", is("/problems/route-not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/../reports/x",
                "/api/v1/plans/%2e%2e/reports/x",
                "/api/v1/plans/..;/reports/x",
                "/api/v1//plans",
                "/api/v1/plans/%2f/x",
                "http://elsewhere.example/api/v1/plans",
            })
    void _400_for_a_path_that_two_servers_could_read_differently(String target) throws IOException {
        var before = handled();
        var answer = RawConnection.exchange(
                gateway.getPort(), "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(target));
        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/bad-path");
        assertThat(handled()).isEqualTo(before + 1);
    }

    @Test
    void escaped_letters_are_matched_and_forwarded_in_one_spelling() throws IOException {
        var answer = RawConnection.exchange(
                gateway.getPort(), "GET /api/v1/pl%61ns/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"uri\":\"/api/v1/plans/1\"");
    }

    @Test
    void what_a_client_claims_about_itself_is_overwritten() {
        given().header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X_Forwarded_For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Real-IP", "203.0.113.9")
                .header("X-User-Id", "admin")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Host", "tiendo.example:8080")
                .get("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("method", is("GET"))
                .body(
                        "headers",
                        hasItems(
                                "host: tiendo.example:8080",
                                "x-forwarded-for: 127.0.0.1",
                                "x-forwarded-proto: http",
                                "x-forwarded-host: tiendo.example:8080"))
                .body("headers", not(hasItem(containsString("203.0.113.9"))))
                .body("headers", not(hasItem(containsString("evil"))))
                .body("headers", not(hasItem(startsWith("x-user-id"))))
                .body("headers", not(hasItem(startsWith("x-http-method-override"))));
    }

    @Test
    void headers_of_the_connection_stay_on_it_in_both_directions() {
        given().header("Connection", "close, X-Hop")
                .header("X-Hop", "1")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic x")
                .get("/api/v1/plans")
                .then()
                .header("X-Internal", nullValue())
                .body("headers", not(hasItem(startsWith("x-hop"))))
                .body("headers", not(hasItem(startsWith("te:"))))
                .body("headers", not(hasItem(startsWith("proxy-authorization"))));
    }

    @Test
    void a_request_without_a_trace_begins_one() {
        given().header("tracestate", "vendor=1")
                .get("/api/v1/plans")
                .then()
                .body("headers", hasItem(matchesRegex("traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-01")))
                .body("headers", not(hasItem(startsWith("tracestate"))));
    }

    @Test
    void token_trace_and_versions_pass_untouched() {
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        given().header("Authorization", "Bearer a.b.c")
                .header("traceparent", traceparent)
                .header("tracestate", "vendor=1")
                .header("If-Match", "\"6\"")
                .header("Idempotency-Key", "k1")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/plans/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .body("method", is("PUT"))
                .body("bytes", is(2))
                .body(
                        "headers",
                        hasItems(
                                "authorization: Bearer a.b.c",
                                "traceparent: " + traceparent,
                                "tracestate: vendor=1",
                                "if-match: \"6\"",
                                "idempotency-key: k1",
                                "content-length: 2"));
    }

    /// A draft of a report is merged by PATCH.
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void what_changes_something_passes_with_its_body_and_version(String method) {
        given().header("If-Match", "\"6\"")
                .contentType(ContentType.JSON)
                .body("{\"results\":\"x\"}")
                .request(method, "/api/v1/reports/1/content")
                .then()
                .statusCode(200)
                .body("service", is("reporting"))
                .body("method", is(method))
                .body("uri", is("/api/v1/reports/1/content"))
                .body("bytes", is(15))
                .body("headers", hasItems("if-match: \"6\"", "content-type: application/json"));
    }

    @Test
    void a_head_request_is_answered_without_a_body() {
        given().head("/api/v1/plans").then().statusCode(200).header("ETag", "\"7\"");
    }

    @Test
    void a_sane_request_id_goes_through_and_comes_back() {
        given().header("X-Request-Id", "client-0001")
                .get("/api/v1/plans")
                .then()
                .header("X-Request-Id", "client-0001")
                .body("headers", hasItem("x-request-id: client-0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space 123", "a{jndi:ldap}bcdefgh"})
    void any_other_request_id_is_replaced(String given) {
        var answer = given().header("X-Request-Id", given).get("/api/v1/plans");
        var made = answer.header("X-Request-Id");
        assertThat(made).hasSize(36);
        answer.then().body("headers", hasItem("x-request-id: " + made));
    }

    @Test
    void a_problem_carries_the_request_id() {
        given().header("X-Request-Id", "client-0002")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("X-Request-Id", "client-0002")
                .body("traceId", is("client-0002"));
    }

    @Test
    void _503_when_the_service_is_down() {
        given().header("X-Request-Id", "client-0003")
                .body("{}")
                .post("/down/x")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "5")
                .header("X-Request-Id", "client-0003")
                .header("Content-Language", "vi")
                .body("type", is("/problems/upstream-unavailable"))
                .body("status", is(503))
                .body("title", is("Dịch vụ tạm thời không phục vụ"))
                .body("traceId", is("client-0003"))
                .time(lessThan(3_000L));
    }

    @Test
    void problems_are_in_english_for_those_who_prefer_it() {
        given().header("Accept-Language", "en-GB, vi;q=0.5")
                .get("/down/x")
                .then()
                .statusCode(503)
                .header("Content-Language", "en")
                .body("title", is("Service unavailable"));
    }

    @Test
    void _504_when_the_time_of_the_route_is_over() {
        given().get("/impatient/never")
                .then()
                .statusCode(504)
                .contentType(PROBLEM)
                .body("type", is("/problems/upstream-timeout"))
                .time(lessThan(3_000L));
    }

    @Test
    void the_gateway_is_ready_while_a_service_is_down() {
        given().get("/down/x").then().statusCode(503);
        given().get(health + "/ready").then().statusCode(200).body("status", is("UP"));
        given().get(health + "/live").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void a_body_up_to_the_limit_passes() {
        given().body(new byte[MEBIBYTE])
                .post("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("bytes", is(MEBIBYTE));
    }

    @Test
    void _413_when_the_stated_length_is_over_the_limit() {
        given().body(new byte[MEBIBYTE + 1])
                .post("/api/v1/plans")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", is("/problems/body-too-large"));
    }

    @Test
    void _413_when_chunks_add_up_to_more_than_the_limit() throws IOException {
        var before = handled();
        assertThat(chunked("/api/v1/plans", 3 * MEBIBYTE))
                .startsWith("HTTP/1.1 413")
                .contains("body-too-large");
        assertThat(chunked("/api/v1/plans", MEBIBYTE))
                .startsWith("HTTP/1.1 200")
                .contains("\"bytes\":" + MEBIBYTE);
        assertThat(handled()).isLessThanOrEqualTo(before + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plan-imports",
                "/api/v1/organisations/imports",
                "/api/v1/plans/0190a5c0-0000-7000-8000-000000000001/documents"
            })
    void imports_may_be_larger(String path) throws IOException {
        assertThat(chunked(path, 3 * MEBIBYTE)).startsWith("HTTP/1.1 200").contains("\"bytes\":" + 3 * MEBIBYTE);
        assertThat(chunked(path, 20 * MEBIBYTE + 1)).startsWith("HTTP/1.1 413");
    }

    @Test
    void the_members_of_a_province_fit_into_one_file() throws IOException {
        assertThat(chunked("/api/v1/members/imports", 21 * MEBIBYTE)).startsWith("HTTP/1.1 200");
        assertThat(chunked("/api/v1/members/imports", 64 * MEBIBYTE + 1)).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_client_that_asks_before_it_sends_is_told_to_go_on_or_not_to() throws IOException {
        var head = "POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n";
        try (var connection = new RawConnection(gateway.getPort())) {
            connection.send(head.formatted(5));
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            connection.send("hello");
            assertThat(connection.readUntil("}")).startsWith("HTTP/1.1 200").contains("\"bytes\":5");
        }
        try (var connection = new RawConnection(gateway.getPort())) {
            connection.send(head.formatted(5 * MEBIBYTE));
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void events_of_a_stream_arrive_one_by_one_and_a_client_that_leaves_ends_it() throws IOException {
        try (var connection = new RawConnection(gateway.getPort())) {
            connection.send("GET /api/v1/notifications/stream HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.readUntil("first\n\n\r\n")).contains("text/event-stream");
            given().get("/api/v1/notifications/open-streams").then().body(equalTo("1"));
            var sent = System.nanoTime();
            given().post("/api/v1/notifications/emission").then().statusCode(200);
            assertThat(connection.readUntil("second\n\n\r\n")).doesNotContain("first");
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(1));
        }
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        given().get("/api/v1/notifications/open-streams").then().body(equalTo("0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -5\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Host: second\r\n",
            })
    void _400_for_a_request_that_could_be_cut_in_two_ways(String headers) throws IOException {
        var before = handled();
        var smuggled = "0\r\n\r\nGET /api/v1/reports/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        var answer = RawConnection.exchange(
                gateway.getPort(),
                "POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n%s".formatted(headers, smuggled));
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("smuggled").doesNotContain("HTTP/1.1 200");
        assertThat(handled()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE /api/v1/plans HTTP/1.1\\r\\nHost: x\\r\\n,       405",
        "GET /api/v1/plans HTTP/1.1\\r\\n,                      400",
        "GET /api/v1/plans HTTP/1.0\\r\\n,                      400",
        "GET /api/v1/plans/% HTTP/1.1\\r\\nHost: x\\r\\n,         400",
        "OPTIONS * HTTP/1.1\\r\\nHost: x\\r\\n,                   400",
    })
    void other_requests_that_no_service_should_see(String head, int status) throws IOException {
        var before = handled();
        var answer =
                RawConnection.exchange(gateway.getPort(), head.replace("\\r\\n", "\r\n") + "Connection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.[01] " + status);
        assertThat(handled()).isEqualTo(before + 1);
    }

    @Test
    void requests_sent_in_one_go_are_answered_in_order() throws IOException {
        var one = "POST /api/v1/plans/%d HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n%s\r\nabc";
        var answer = RawConnection.exchange(
                gateway.getPort(),
                one.formatted(1, "") + one.formatted(2, "") + one.formatted(3, "Connection: close\r\n"));
        assertThat(answer.split("HTTP/1.1 200")).hasSize(4);
        assertThat(answer).containsSubsequence("/plans/1", "\"bytes\":3", "/plans/2", "\"bytes\":3", "/plans/3");
    }

    @Test
    void the_pages_of_all_apis_are_served_here() {
        given().redirects().follow(true).get("/docs").then().statusCode(200).body(containsString("swagger"));
        given().get("/docs/")
                .then()
                .statusCode(200)
                .body(containsString("/openapi/plans"))
                .body(containsString("/openapi/notifications"));
    }

    @Test
    void requests_are_counted_by_service_and_status() {
        given().get("/api/v1/plans").then().statusCode(200);
        given().get(health.toString().replace("/health", "/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("tiendo_gateway_requests_seconds_count{service=\"plans-service\",status=\"200\""))
                .body(not(containsString("/api/v1/plans")));
    }

    private int handled() {
        return Integer.parseInt(given().get("/api/v1/plans/handled").asString());
    }

    private String chunked(String path, int bytes) throws IOException {
        try (var connection = new RawConnection(gateway.getPort())) {
            connection.send("POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    .formatted(path));
            var chunk = new byte[64 * 1024];
            try {
                for (int left = bytes; left > 0; left -= chunk.length) {
                    var size = Math.min(left, chunk.length);
                    connection.send(Integer.toHexString(size) + "\r\n");
                    connection.send(Arrays.copyOf(chunk, size));
                    connection.send("\r\n");
                }
                connection.send("0\r\n\r\n");
            } catch (IOException refusedEarly) {
                // the answer is there all the same
            }
            return connection.readUntil("}");
        }
    }
}
