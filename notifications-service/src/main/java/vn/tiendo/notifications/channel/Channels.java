package vn.tiendo.notifications.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.CodeCarrier;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.preference.ChannelKind;

/// The channels of this deployment.
@ApplicationScoped
class Channels implements CodeCarrier {

    private static final Logger LOG = Logger.getLogger(Channels.class);

    @Inject
    @All
    List<Channel> all;

    List<Channel> all() {
        return all;
    }

    Channel of(ChannelKind kind) {
        return all.stream()
                .filter(channel -> channel.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /// Those that can send at the moment.
    Map<ChannelKind, Channel> on() {
        return all.stream()
                .filter(channel -> channel.off().isEmpty())
                .collect(Collectors.toMap(Channel::kind, Function.identity()));
    }

    @Override
    public boolean reaches(PointKind kind) {
        return all.stream().anyMatch(channel -> bringsCodes(channel, kind));
    }

    private static boolean bringsCodes(Channel channel, PointKind kind) {
        return channel.reaches() == kind && channel.bringsCodes();
    }

    @Override
    public void bring(Address address, String code) {
        all.stream()
                .filter(channel -> bringsCodes(channel, address.kind()))
                .findFirst()
                .ifPresent(channel -> Thread.ofVirtual().name("code").start(() -> {
                    try {
                        channel.sendCode(address, code);
                    } catch (RuntimeException notBrought) {
                        LOG.warnf("A code was not brought by %s: %s", channel.kind(), notBrought.getClass());
                    }
                }));
    }
}
