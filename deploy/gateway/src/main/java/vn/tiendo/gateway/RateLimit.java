package vn.tiendo.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Token buckets per bearer token and per address, in the memory of this one process.
@Singleton
class RateLimit {

    private static final String BEARER = "bearer ";

    private final GatewayConfig.RateLimit config;
    private final Cache<String, Bucket> buckets;

    RateLimit(GatewayConfig config) {
        this.config = config.rateLimit();
        this.buckets = Caffeine.newBuilder().maximumSize(this.config.buckets()).build();
    }

    /// How long to wait, when this request is one too many.
    Optional<Duration> refuses(HttpServerRequest request) {
        return refuses(request.remoteAddress().hostAddress(), request.getHeader("Authorization"));
    }

    Optional<Duration> refuses(String address, @Nullable String authorization) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var wait = take(
                    "token " + hash(authorization.substring(BEARER.length()).strip()), config.perToken());
            if (wait.isPresent()) {
                return wait;
            }
        }
        return take("address " + address, config.perAddress());
    }

    private Optional<Duration> take(String key, GatewayConfig.Bucket size) {
        var bucket = buckets.get(
                key,
                ignored -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(size.burst()).refillGreedy(size.perSecond(), Duration.ofSeconds(1)))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
