package vn.tiendo.notifications.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.notifications.channel.ChannelApi.ChannelView;

/// What the channels say of themselves.
@ApplicationScoped
class ChannelService {

    @Inject
    Channels channels;

    @Inject
    ChannelSending sending;

    @Inject
    CurrentActor currentActor;

    @Transactional
    List<ChannelView> list() {
        currentActor.withoutPosts();
        return channels.all().stream()
                .map(channel -> channel.view().away(sending.isAway(channel.kind())))
                .sorted(Comparator.comparing(ChannelView::channel))
                .toList();
    }
}
