package vn.tiendo.notifications.preference;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Links in messages that switch a category off on a channel without signing in; none for what is mandatory.
@ApplicationScoped
public class UnsubscribeLinks {

    @ConfigProperty(name = "tiendo.preferences.public-url", defaultValue = "http://localhost:8080")
    URI publicUrl;

    public URI linkFor(String issuer, String subject, Category category, ChannelKind channel) {
        return publicUrl.resolve("/api/v1/preferences/unsubscriptions/" + Integer.toHexString(
                (issuer + subject + category + channel).hashCode()));
    }
}
