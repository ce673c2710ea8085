package vn.tiendo.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.tiendo.notifications.inbox.Notification;

/// Decides what of the inbox goes out by which channel and when.
@ApplicationScoped
public class Preferences {

    /// A fixed number of statements for a batch, whatever its size; none at all when no channel is on.
    ///
    /// @param on the channels that can send at all
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Sending> decide(List<Notification> batch, Set<ChannelKind> on, Instant now) {
        if (!on.contains(ChannelKind.EMAIL)) {
            return List.of();
        }
        return batch.stream()
                .map(notification -> {
                    var category = Category.of(notification);
                    return new Sending(
                            notification.id(),
                            ChannelKind.EMAIL,
                            category,
                            now,
                            null,
                            false,
                            notification.organisationId(),
                            category.mandatory());
                })
                .toList();
    }

    /// By the id of the tenant, as it stands in a [Sending].
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Caps> capsOf(Set<UUID> tenants) {
        return tenants.stream().collect(Collectors.toMap(Function.identity(), tenant -> Caps.SHIPPED));
    }
}
