package vn.tiendo.notifications.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of webhooks.
final class WebhookApi {

    private WebhookApi() {}

    /// @param organisationId whose events are told, with those of all organisations below it; never changes
    /// @param url where messages go by POST; https, without user name
    /// @param eventTypes types of events such as `plans.plan.issued.v1`, or `*` for all
    record WebhookContent(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 2000) String url,

            @NotEmpty @Size(max = 50)
            List<@NotNull @Pattern(regexp = "\\*|[a-z][a-z-]*(\\.[a-z][a-z-]*){2}\\.v[0-9]+") String> eventTypes,

            @Nullable @Size(max = 500) String description) {}

    /// @param reason shown to those who read the webhook
    record DisableWebhook(@NotBlank @Size(max = 500) String reason) {}

    /// @param overlapHours how long messages are signed by the former secret as well; 24 where absent
    record RotateSecret(@Nullable @Min(0) @Max(168) Integer overlapHours) {}

    /// Sends again what was created in a range of time, up to 10,000 messages.
    ///
    /// @param onlyFailed leaves out what was delivered
    record ReplayRange(@NotNull Instant from, @NotNull Instant to, boolean onlyFailed) {}

    /// @param more whether there were more than 10,000; ask again with a later beginning
    record Replayed(int messages, boolean more) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookView(
            UUID id,
            UUID organisationId,
            String url,
            List<String> eventTypes,
            @Nullable String description,
            WebhookStatus status,
            @Nullable String disabledReason,
            Instant createdAt,
            Instant changedAt) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id(),
                    webhook.organisationId(),
                    webhook.url(),
                    webhook.eventTypes(),
                    webhook.description(),
                    webhook.status(),
                    webhook.disabledReason(),
                    webhook.createdAt(),
                    webhook.changedAt());
        }
    }

    /// @param secret `whsec_` and the key in Base64, by which receivers verify signatures; shown this once
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookWithSecret(WebhookView webhook, String secret) {}

    record WebhookPage(List<WebhookView> items, @Nullable String nextCursor) {}

    /// @param eventId what the receiver sees as `webhook-id`: the same for every attempt
    /// @param lastCode HTTP status of the last answer, absent when there was none
    /// @param lastFault why there was no answer that counts, such as `timeout`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            UUID id,
            UUID eventId,
            String type,
            UUID organisationId,
            DeliveryStatus status,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant lastAttemptAt,
            @Nullable Integer lastCode,
            @Nullable String lastFault,
            @Nullable Instant deliveredAt,
            Instant createdAt) {}

    record DeliveryPage(List<DeliveryView> items, @Nullable String nextCursor) {}
}
