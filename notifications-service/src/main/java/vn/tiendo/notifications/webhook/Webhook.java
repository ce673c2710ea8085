package vn.tiendo.notifications.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookContent;

/// An address of another system that hears of the events of one organisation and of all below it.
@Entity
class Webhook {

    /// Every type of event.
    static final String ALL = "*";

    private static final String SEPARATOR = ",";

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID organisationId;

    /// Follows the tree by statements on the table alone.
    @Column(updatable = false)
    private String organisationPath;

    private String url;
    private String eventTypes;
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status = WebhookStatus.ENABLED;

    private @Nullable String disabledReason;
    private Instant createdAt;
    private String createdBy;
    private Instant changedAt;

    protected Webhook() {}

    Webhook(KnownOrganisation organisation, WebhookContent content, String createdBy, Instant now) {
        this.id = Uuid7.next();
        this.organisationId = organisation.id();
        this.organisationPath = organisation.path();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.url = content.url();
        this.eventTypes = joined(content);
        this.description = content.description();
        this.changedAt = now;
    }

    void rewrite(WebhookContent content, Instant now) {
        url = content.url();
        eventTypes = joined(content);
        description = content.description();
        changedAt = now;
    }

    private static String joined(WebhookContent content) {
        return content.eventTypes().stream().distinct().sorted().collect(Collectors.joining(SEPARATOR));
    }

    /// What made it stop first stays the reason.
    void disable(String reason, Instant now) {
        if (status == WebhookStatus.DISABLED) {
            return;
        }
        status = WebhookStatus.DISABLED;
        disabledReason = reason;
        changedAt = now;
    }

    /// @return whether it was disabled before
    boolean enable(Instant now) {
        if (status == WebhookStatus.ENABLED) {
            return false;
        }
        status = WebhookStatus.ENABLED;
        disabledReason = null;
        changedAt = now;
        return true;
    }

    /// Whether an event of this type at this place is for it.
    boolean wants(String type, String path) {
        var types = eventTypes();
        return path.startsWith(organisationPath) && (types.contains(ALL) || types.contains(type));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organisationId() {
        return organisationId;
    }

    String organisationPath() {
        return organisationPath;
    }

    String url() {
        return url;
    }

    List<String> eventTypes() {
        return List.of(eventTypes.split(SEPARATOR));
    }

    @Nullable
    String description() {
        return description;
    }

    WebhookStatus status() {
        return status;
    }

    @Nullable
    String disabledReason() {
        return disabledReason;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
