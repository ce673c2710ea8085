package vn.tiendo.notifications.preference;

import io.quarkus.arc.Arc;

/// Links as messages have them.
public final class TestLinks {

    private TestLinks() {}

    /// The token of a link that switches broadcasts by e-mail off.
    public static String to(String issuer, String subject) {
        return to(issuer, subject, Category.BROADCAST, ChannelKind.EMAIL);
    }

    static String to(String issuer, String subject, Category category, ChannelKind channel) {
        var link = Arc.container()
                .instance(UnsubscribeLinks.class)
                .get()
                .linkFor(issuer, subject, category, channel)
                .toString();
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
