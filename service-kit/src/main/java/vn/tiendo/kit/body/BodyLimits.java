package vn.tiendo.kit.body;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/// Keeps every request small but those for which a [BodyLimit] says otherwise, before anything is read.
///
/// Quarkus has one limit for all paths, which is the largest; this lowers it path by path. A body of unknown length is
/// cut off where it passes the limit.
@ApplicationScoped
public class BodyLimits {

    private static final long USUAL = 1024L * 1024;
    private static final int TOO_LARGE = 413;

    @Inject
    @All
    List<BodyLimit> limits;

    void watch(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limit);
    }

    private void limit(RoutingContext request) {
        var path = request.normalizedPath();
        long most = limits.stream()
                .filter(limit -> limit.path().matcher(path).matches())
                .mapToLong(BodyLimit::bytes)
                .max()
                .orElse(USUAL);
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            request.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end("{\"type\":\"/problems/body-too-large\",\"title\":\"The body is too large\",\"status\":413}");
            return;
        }
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
        request.next();
    }
}
