package vn.tiendo.notifications.channel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.provider.Provision;

/// What goes to one person at one moment on one channel: one notification, or several as a digest.
///
/// @param id the same for every attempt, so that a second one can be recognised
/// @param addresses where it may go on this channel, the best first; never empty
/// @param provision by what it goes where a provider wants a contract
record Message(
        UUID id,
        Account account,
        String language,
        List<Item> items,
        List<Address> addresses,
        @Nullable Provision provision) {

    /// @param thinText what others may read along
    record Item(
            UUID dispatchId,
            UUID notificationId,
            Category category,
            boolean mandatory,
            String title,
            String text,
            @Nullable String thinText,
            @Nullable LocalDate dueDay) {}

    List<UUID> dispatchIds() {
        return items.stream().map(Item::dispatchId).toList();
    }

    List<UUID> notificationIds() {
        return items.stream().map(Item::notificationId).toList();
    }

    Address address() {
        return addresses.getFirst();
    }
}
