package vn.tiendo.notifications.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Knows what became of notifications on channels beside the inbox.
public interface Carried {

    /// One statement however many there are.
    Map<UUID, List<OnChannel>> of(Collection<UUID> notifications);
}
