package vn.tiendo.notifications.outgoing;

import jakarta.enterprise.inject.Vetoed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Judges addresses as in production, with names that resolve to what a test says.
@Vetoed
public final class GuardedAddresses extends OutgoingAddress {

    private final Map<String, InetAddress[]> names = new HashMap<>();

    public GuardedAddresses() {
        config = new OutgoingConfig() {
            @Override
            public boolean allowLocal() {
                return false;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }
        };
        lookup = host -> {
            var found = names.get(host);
            if (found == null) {
                throw new UnknownHostException(host);
            }
            return found;
        };
    }

    /// @param addresses literals
    public GuardedAddresses with(String host, String... addresses) {
        var found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.ofLiteral(addresses[i]);
        }
        names.put(host, found);
        return this;
    }
}
