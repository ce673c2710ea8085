package vn.tiendo.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Headers that speak for the connection or for a proxy in front: what a client claims about them never reaches a
/// service.
final class ForwardedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "expect");
    private static final List<String> CLAIM_FAMILIES =
            List.of("x-forwarded-", "x-user-", "x-original-", "x-rewrite-", "x-envoy-");

    private ForwardedHeaders() {}

    static void replaceClaims(MultiMap headers, HttpServerRequest request) {
        removeHopByHop(headers);
        for (var name : List.copyOf(headers.names())) {
            var lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
            if (CLAIMS.contains(lower) || CLAIM_FAMILIES.stream().anyMatch(lower::startsWith)) {
                headers.remove(name);
            }
        }
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", String.valueOf(request.scheme()));
        headers.set("X-Forwarded-Host", request.authority().toString());
    }

    /// Both ways: the fixed ones and those that `Connection` names.
    static void removeHopByHop(MultiMap headers) {
        for (var named : headers.getAll("Connection")) {
            for (var name : named.split(",")) {
                headers.remove(name.strip());
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
