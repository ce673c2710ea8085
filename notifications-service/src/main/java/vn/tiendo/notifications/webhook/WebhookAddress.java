package vn.tiendo.notifications.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressPrivate;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressUnfit;

/// Judges where messages may go: the address when a webhook is registered, and what its host resolves to at every
/// attempt.
@ApplicationScoped
class WebhookAddress {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Inject
    WebhooksConfig config;

    /// Where a message really goes: the connection is made to this address whatever the name resolves to a moment
    /// later.
    ///
    /// @param target path and query
    record Destination(String host, InetAddress address, int port, boolean secure, String target) {}

    /// A host that does not resolve yet is fine; what it resolves to is judged at each attempt.
    ///
    /// @throws WebhookAddressUnfit when messages could not be sent there at all
    /// @throws WebhookAddressPrivate when it names, or today resolves to, an address inside a network
    void require(String url) {
        try {
            resolve(url);
        } catch (UnknownHostException notYet) {
            // said again, with the attempt, in the log of deliveries
        }
    }

    /// @throws UnknownHostException when the name has no address
    Destination resolve(String url) throws UnknownHostException {
        var uri = parse(url);
        var secure = uri.getScheme().equalsIgnoreCase("https");
        if (!secure && !config.allowLocal()) {
            throw new WebhookAddressUnfit();
        }
        var host = uri.getHost();
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var addresses = InetAddress.getAllByName(bare);
        if (!config.allowLocal() && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new WebhookAddressPrivate();
        }
        var port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                host, addresses[0], port, secure, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
                throw new WebhookAddressUnfit();
            }
            return uri;
        } catch (URISyntaxException unfit) {
            throw new WebhookAddressUnfit();
        }
    }
}
