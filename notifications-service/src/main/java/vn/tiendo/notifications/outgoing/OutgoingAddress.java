package vn.tiendo.notifications.outgoing;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Judges where messages may go: the address when it is registered, and what its host resolves to at every attempt.
@ApplicationScoped
public class OutgoingAddress {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Inject
    OutgoingConfig config;

    Lookup lookup = InetAddress::getAllByName;

    /// What names resolve to.
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    void refuseUnsafe(@Observes StartupEvent event) {
        if (config.allowLocal() && ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException("tiendo.outgoing.allow-local must not be set in production");
        }
    }

    /// A host that does not resolve yet is fine; what it resolves to is judged at each attempt.
    public void require(String url) throws AddressRefused {
        try {
            resolve(url);
        } catch (UnknownHostException notYet) {
            // said again, with the attempt
        }
    }

    /// @throws UnknownHostException when the name has no address
    /// @throws AddressRefused not https, with a user name, a fragment or no host, or inside a network
    public Destination resolve(String url) throws UnknownHostException, AddressRefused {
        return resolve(url, config.allowLocal());
    }

    /// For addresses from the configuration: whoever runs the system may name one inside its network.
    ///
    /// @throws UnknownHostException when the name has no address
    /// @throws AddressRefused when it is no address at all
    public Destination resolveConfigured(String url) throws UnknownHostException, AddressRefused {
        return resolve(url, true);
    }

    private Destination resolve(String url, boolean local) throws UnknownHostException, AddressRefused {
        var uri = parse(url);
        var secure = uri.getScheme().equalsIgnoreCase("https");
        if (!secure && !local) {
            throw new AddressRefused(false);
        }
        var host = uri.getHost();
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var addresses = lookup.of(bare);
        if (!local && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new AddressRefused(true);
        }
        var port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                host, addresses[0], port, secure, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI parse(String url) throws AddressRefused {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
                throw new AddressRefused(false);
            }
            return uri;
        } catch (URISyntaxException unfit) {
            throw new AddressRefused(false);
        }
    }
}
