package vn.tiendo.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// What happens to every request, in order: id, framing, rate, path, route, size; then it is forwarded, or answered
/// here when it is for one of the gateway's own pages. What has no route does not exist.
@Singleton
class ProxyRoutes {

    private static final Logger LOG = Logger.getLogger(ProxyRoutes.class);
    private static final String OWN_PAGES = "/docs";
    private static final Set<HttpMethod> REFUSED_METHODS = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);
    private static final long MILLIS_TO_STOP_SENDING = 5_000;

    private final GatewayConfig config;
    private final Backends backends;
    private final RateLimit rateLimit;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final RouteTable table;

    ProxyRoutes(GatewayConfig config, Backends backends, RateLimit rateLimit, MeterRegistry meters, Vertx vertx) {
        this.config = config;
        this.backends = backends;
        this.rateLimit = rateLimit;
        this.meters = meters;
        this.vertx = vertx;
        this.table = config.routes()
                .map(folder -> RouteTable.read(folder, config.name(), backends.names()))
                .orElseGet(() -> RouteTable.only(OWN_PAGES, config.ownService()));
    }

    void install(@Observes Router router) {
        config.routes()
                .ifPresentOrElse(
                        folder -> LOG.infof("%d routes from %s", table.matches().size(), folder),
                        () -> LOG.warnf("tiendo.gateway.routes is not set: only %s is served", OWN_PAGES));
        router.route().order(Integer.MIN_VALUE).handler(this::handle).failureHandler(this::failed);
        router.errorHandler(404, this::unroutable);
    }

    /// The router gives up on some malformed requests before it asks for a handler.
    private void failed(RoutingContext context) {
        if (context.statusCode() == 400 || context.statusCode() == 404) {
            unroutable(context);
        } else {
            context.next();
        }
    }

    private void unroutable(RoutingContext context) {
        var request = context.request();
        var requestId = RequestId.of(request.getHeader(RequestId.HEADER));
        request.response().putHeader(RequestId.HEADER, requestId);
        var code = RequestPath.of(request.uri()).isEmpty()
                ? EdgeProblem.Code.BAD_PATH
                : context.statusCode() == 404 ? EdgeProblem.Code.ROUTE_NOT_FOUND : EdgeProblem.Code.MALFORMED_REQUEST;
        refuse(context, requestId, EdgeProblem.of(code));
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        var requestId = RequestId.of(request.getHeader(RequestId.HEADER));
        request.response().putHeader(RequestId.HEADER, requestId);
        var wait = rateLimit.refuses(request);
        if (wait.isPresent()) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.TOO_MANY_REQUESTS, wait.get()));
            return;
        }
        if (REFUSED_METHODS.contains(request.method())) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.METHOD_NOT_ALLOWED));
            return;
        }
        if (isAmbiguous(request)) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.MALFORMED_REQUEST));
            return;
        }
        var path = RequestPath.of(request.uri());
        if (path.isEmpty()) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.BAD_PATH));
            return;
        }
        var route = table.find(path.get().path());
        if (route.isEmpty()) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.ROUTE_NOT_FOUND));
            return;
        }
        if (backends.isOwn(route.get().service())) {
            context.next();
            return;
        }
        forward(context, requestId, path.get(), route.get());
    }

    private void forward(RoutingContext context, String requestId, RequestPath path, RouteMatch route) {
        var request = context.request();
        var limit = bodyLimit(path.path());
        if (statedLength(request).filter(length -> length > limit).isPresent()) {
            refuse(context, requestId, EdgeProblem.of(EdgeProblem.Code.BODY_TOO_LARGE));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        var forwarding = new Forwarding(
                backends,
                route.service(),
                path,
                requestId,
                new CountedBody(request, limit),
                config.upstream().retryAfter());
        measure(context, route.service());
        var time = route.timeout().orElse(config.upstream().requestTimeout());
        if (time.isPositive()) {
            var timer = forwarding.limitTo(time, vertx);
            context.addEndHandler(ignored -> vertx.cancelTimer(timer));
        }
        request.response().headers().remove(RequestId.HEADER);
        forwarding.start(request);
    }

    private void refuse(RoutingContext context, String requestId, EdgeProblem problem) {
        measure(context, "gateway");
        var request = context.request();
        problem.answer(request, requestId, () -> {
            var timer = vertx.setTimer(
                    MILLIS_TO_STOP_SENDING, ignored -> request.connection().close());
            request.endHandler(ignored -> vertx.cancelTimer(timer));
        });
    }

    private void measure(RoutingContext context, String service) {
        var begun = System.nanoTime();
        context.addEndHandler(ignored -> meters.timer(
                        "tiendo.gateway.requests",
                        "service",
                        service,
                        "status",
                        Integer.toString(context.response().getStatusCode()))
                .record(Duration.ofNanos(System.nanoTime() - begun)));
    }

    private long bodyLimit(String path) {
        if (path.equals("/api/v1/members/imports")) {
            return config.body().membersImportLimit().asLongValue();
        }
        var isFile = path.equals("/api/v1/plan-imports")
                || path.startsWith("/api/v1/plan-imports/")
                || path.endsWith("/imports")
                || path.endsWith("/documents");
        var limit = isFile ? config.body().importLimit() : config.body().limit();
        return limit.asLongValue();
    }

    /// Requests that two servers could cut or address differently.
    private static boolean isAmbiguous(HttpServerRequest request) {
        var headers = request.headers();
        var encodings = headers.getAll("Transfer-Encoding");
        var lengths = headers.getAll("Content-Length");
        return headers.getAll("Host").size() > 1
                || request.authority() == null
                || (!encodings.isEmpty() && request.version() != HttpVersion.HTTP_1_1)
                || (!encodings.isEmpty() && !lengths.isEmpty())
                || encodings.size() > 1
                || encodings.stream().anyMatch(encoding -> !encoding.equalsIgnoreCase("chunked"))
                || lengths.size() > 1;
    }

    private static Optional<Long> statedLength(HttpServerRequest request) {
        var stated = request.getHeader("Content-Length");
        try {
            return stated == null ? Optional.empty() : Optional.of(Long.parseLong(stated));
        } catch (NumberFormatException beyondLong) {
            return Optional.of(Long.MAX_VALUE);
        }
    }
}
