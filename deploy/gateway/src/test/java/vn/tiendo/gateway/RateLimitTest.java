package vn.tiendo.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@TestProfile(RateLimitTest.FewRequests.class)
class RateLimitTest {

    @Inject
    RateLimit rateLimit;

    @Test
    void _429_says_when_to_come_back_and_others_go_on() {
        for (int i = 0; i < 3; i++) {
            withToken("greedy").then().statusCode(200);
        }
        withToken("greedy")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", is("/problems/too-many-requests"));
        withToken("modest").then().statusCode(200);
    }

    @Test
    void made_up_tokens_do_not_get_round_the_limit_of_the_address() {
        for (int i = 0; i < 20; i++) {
            assertThat(rateLimit.refuses("192.0.2.1", "Bearer made-up-" + i)).isEmpty();
        }
        assertThat(rateLimit.refuses("192.0.2.1", "Bearer made-up-20")).isPresent();
        assertThat(rateLimit.refuses("192.0.2.1", null)).isPresent();
        assertThat(rateLimit.refuses("192.0.2.2", null)).isEmpty();
    }

    @Test
    void a_token_has_one_bucket_from_every_address() {
        for (int i = 0; i < 3; i++) {
            assertThat(rateLimit.refuses("198.51.100." + i, "Bearer roaming")).isEmpty();
        }
        assertThat(rateLimit.refuses("198.51.100.9", "bearer  roaming")).isPresent();
    }

    private static Response withToken(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/plans");
    }

    public static class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tiendo.gateway.rate-limit.per-token.burst", "3",
                    "tiendo.gateway.rate-limit.per-token.per-second", "1",
                    "tiendo.gateway.rate-limit.per-address.burst", "20",
                    "tiendo.gateway.rate-limit.per-address.per-second", "1");
        }
    }
}
