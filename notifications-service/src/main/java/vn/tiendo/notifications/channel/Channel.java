package vn.tiendo.notifications.channel;

import java.util.List;
import java.util.Optional;
import vn.tiendo.notifications.channel.ChannelApi.ChannelView;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// One way to people beside the inbox.
interface Channel {

    ChannelKind kind();

    /// What sort of address it needs.
    PointKind reaches();

    /// Why nothing can go this way, whatever it is; empty when it is on.
    Optional<String> off();

    /// Whether it carries what is about this: a provider may want a template that it has approved.
    default boolean carries(Category category) {
        return true;
    }

    /// Runs outside of any transaction and may take as long as the timeouts allow.
    Outcome send(Message message);

    /// Brings the code of an address that is not confirmed yet; nothing is tried again.
    default void sendCode(vn.tiendo.notifications.contact.Address address, String code) {}

    /// What it says of itself.
    default ChannelView view() {
        return new ChannelView(kind(), off().isEmpty(), off().orElse(null), null, List.of());
    }
}
