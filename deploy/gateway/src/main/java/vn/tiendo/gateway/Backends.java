package vn.tiendo.gateway;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Where the Services of the route files listen, and the connections to them.
@Singleton
class Backends {

    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Map<String, URI> addresses;
    private final String ownService;
    private final long connectTimeout;
    private final HttpClient client;
    private final Set<String> away = ConcurrentHashMap.newKeySet();

    Backends(GatewayConfig config, Vertx vertx) {
        this.addresses = config.backends();
        this.ownService = config.ownService();
        this.connectTimeout = config.upstream().connectTimeout().toMillis();
        addresses.forEach(Backends::require);
        var connections = config.upstream().maxConnections();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) connectTimeout).setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(connections));
    }

    HttpClient client() {
        return client;
    }

    Set<String> names() {
        return Stream.concat(addresses.keySet().stream(), Stream.of(ownService)).collect(Collectors.toSet());
    }

    boolean isOwn(String service) {
        return service.equals(ownService);
    }

    Future<HttpClientRequest> connect(String service) {
        var address = Objects.requireNonNull(addresses.get(service), service);
        return client.request(new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setConnectTimeout(connectTimeout));
    }

    /// An outage is one line in the log, not one per request.
    void answered(String service) {
        if (away.remove(service)) {
            LOG.infof("%s answers again", service);
        }
    }

    void failed(String service, Throwable cause) {
        if (away.add(service)) {
            LOG.warnf(
                    "%s at %s does not answer (%s): its paths get 503 until it does",
                    service, addresses.get(service), cause.getMessage());
        }
    }

    private static void require(String service, URI address) {
        if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 0) {
            throw new ConfigurationException(
                    "tiendo.gateway.backends.%s is %s; it must be http://host:port".formatted(service, address));
        }
    }
}
