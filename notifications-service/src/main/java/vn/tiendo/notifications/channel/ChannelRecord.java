package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.notifications.inbox.Carried;
import vn.tiendo.notifications.inbox.OnChannel;

/// Shows with what was served how it was carried.
@ApplicationScoped
class ChannelRecord implements Carried {

    @Inject
    EntityManager entities;

    @Override
    public Map<UUID, List<OnChannel>> of(Collection<UUID> notifications) {
        var found = new HashMap<UUID, List<OnChannel>>();
        if (notifications.isEmpty()) {
            return found;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                        select notification_id, channel, state, reason, attempts,
                               case when state = 'PLANNED' then not_before end, sent_at, ended_at
                          from dispatch where notification_id = any(?1) order by notification_id, created_at, channel""", Tuple.class)
                .setParameter(1, notifications.toArray(UUID[]::new))
                .getResultList();
        for (var row : rows) {
            found.computeIfAbsent(row.get(0, UUID.class), none -> new ArrayList<>())
                    .add(new OnChannel(
                            row.get(1, String.class),
                            row.get(2, String.class),
                            row.get(3, String.class),
                            row.get(4, Integer.class),
                            row.get(5, Instant.class),
                            row.get(6, Instant.class),
                            row.get(7, Instant.class)));
        }
        return found;
    }
}
