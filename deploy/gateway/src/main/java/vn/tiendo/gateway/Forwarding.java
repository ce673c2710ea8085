package vn.tiendo.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request on its way to a service and back. Bodies pass as they come, in both directions.
final class Forwarding implements ProxyInterceptor {

    private static final ProxyOptions PLAIN_HTTP = new ProxyOptions().setSupportWebSocket(false);

    private final Backends backends;
    private final String service;
    private final RequestPath path;
    private final String requestId;
    private final CountedBody body;
    private final Duration retryAfter;
    private @Nullable HttpClientRequest upstream;
    private boolean timedOut;

    Forwarding(
            Backends backends,
            String service,
            RequestPath path,
            String requestId,
            CountedBody body,
            Duration retryAfter) {
        this.backends = backends;
        this.service = service;
        this.path = path;
        this.requestId = requestId;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    void start(HttpServerRequest request) {
        HttpProxy.reverseProxy(PLAIN_HTTP, backends.client())
                .origin(ignored -> connect())
                .addInterceptor(this)
                .handle(request);
    }

    /// Ends the request when the time of its route is over.
    ///
    /// @return the id of the timer
    long limitTo(Duration time, Vertx vertx) {
        return vertx.setTimer(time.toMillis(), ignored -> {
            timedOut = true;
            if (upstream != null) {
                upstream.reset(0L, new TimeoutException("no answer within " + time));
            }
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var original = request.proxiedRequest();
        ForwardedHeaders.replaceClaims(request.headers(), original);
        TraceContext.complete(request.headers());
        request.putHeader(RequestId.HEADER, requestId);
        request.setURI(path.target());
        request.setAuthority(original.authority());
        request.setBody(Body.body(body, request.getBody().length()));
        return context.sendRequest()
                .onSuccess(ignored -> backends.answered(service))
                .recover(failure -> Future.succeededFuture(problem(context, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        ForwardedHeaders.removeHopByHop(response.headers());
        response.putHeader(RequestId.HEADER, requestId);
        return context.sendResponse();
    }

    private Future<HttpClientRequest> connect() {
        return backends.connect(service).compose(connected -> {
            if (timedOut) {
                connected.reset();
                return Future.failedFuture(new TimeoutException());
            }
            connected.exceptionHandler(ignored -> {}); // told by the failed answer as well
            upstream = connected;
            return Future.succeededFuture(connected);
        });
    }

    private ProxyResponse problem(ProxyContext context, Throwable failure) {
        var clientLeft = context.request().proxiedRequest().response().closed();
        var problem = explain(failure, clientLeft);
        var locale = EdgeProblem.preferred(context.request().proxiedRequest().getHeader("Accept-Language"));
        var response = context.request().release().response().setStatusCode(problem.status());
        problem.headers(locale).forEach(response::putHeader);
        return response.setBody(Body.body(problem.document(locale, requestId)));
    }

    private EdgeProblem explain(Throwable failure, boolean clientLeft) {
        if (body.tooLarge()) {
            return EdgeProblem.of(EdgeProblem.Code.BODY_TOO_LARGE);
        }
        if (timedOut) {
            return EdgeProblem.of(EdgeProblem.Code.UPSTREAM_TIMEOUT);
        }
        if (!clientLeft) {
            backends.failed(service, failure);
        }
        return EdgeProblem.of(EdgeProblem.Code.UPSTREAM_UNAVAILABLE, retryAfter);
    }
}
