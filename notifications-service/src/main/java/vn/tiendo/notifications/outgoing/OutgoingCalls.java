package vn.tiendo.notifications.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Posts to a pinned address, without following anybody elsewhere. Whoever hangs holds up its own call alone.
@ApplicationScoped
public class OutgoingCalls {

    private static final int LONGEST_ANSWER = 16_384;

    @Inject
    OutgoingConfig config;

    @Inject
    Vertx vertx;

    private @Nullable HttpClient client;

    /// @param body of at most 16 KiB; empty when it was longer
    public record Answer(int status, String body) {}

    /// For calls of which the status alone counts, however much is written beside it.
    public Future<Integer> post(Destination to, Map<String, String> headers, Buffer body) {
        return call(to, headers, body).map(response -> {
            var status = response.statusCode();
            response.request().reset();
            return status;
        });
    }

    public Future<Answer> ask(Destination to, Map<String, String> headers, Buffer body) {
        return call(to, headers, body).compose(OutgoingCalls::read);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        var status = response.statusCode();
        var length = response.getHeader("Content-Length");
        if (length != null && length.length() > 5) {
            response.request().reset();
            return Future.succeededFuture(new Answer(status, ""));
        }
        var kept = Buffer.buffer();
        response.handler(part -> {
            if (kept.length() <= LONGEST_ANSWER) {
                kept.appendBuffer(part);
            }
        });
        return response.end().map(ended -> new Answer(status, kept.length() > LONGEST_ANSWER ? "" : kept.toString()));
    }

    private Future<HttpClientResponse> call(Destination to, Map<String, String> headers, Buffer body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), to.port())))
                .setURI(to.target())
                .setFollowRedirects(false)
                .setConnectTimeout(config.timeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis())
                .setTimeout(config.timeout().toMillis());
        headers.forEach(options::putHeader);
        return client().request(options).compose(request -> request.send(body));
    }

    /// Why there was no answer, in a word for the log.
    public static String faultOf(Throwable failure) {
        if (failure instanceof TimeoutException
                || failure.getClass().getSimpleName().contains("Timeout")) {
            return "timeout";
        }
        return failure instanceof javax.net.ssl.SSLException ? "tls" : "no-connection";
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions()
                    .setMaxPoolSize(8)
                    .setKeepAlive(false)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .setIdleTimeout((int) config.timeout().toSeconds()));
        }
        return client;
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }
}
