package vn.tiendo.notifications.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The JSON of the own addresses.
final class ContactPointApi {

    private ContactPointApi() {}

    /// @param address of mail, a number with or without country code, or the endpoint of a subscription
    /// @param keys of a subscription, as the browser gives them
    record AddContactPoint(
            @NotNull PointKind kind,
            @NotBlank @Size(max = 1000) String address,

            @Valid @Nullable SubscriptionKeys keys) {}

    /// @param p256dh the browser's public key, in URL-safe Base64
    record SubscriptionKeys(
            @NotBlank @Size(max = 200) String p256dh,
            @NotBlank @Size(max = 100) String auth) {}

    record ConfirmContactPoint(
            @NotNull @Pattern(regexp = "[0-9]{8}") String code) {}

    /// @param source OWN, or REGISTRATIONS for what is kept of a member there and corrected there
    /// @param id absent for what is corrected elsewhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactPointView(
            @Nullable UUID id,
            PointKind kind,
            String address,
            PointState state,
            String source,
            @Nullable Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant bouncedAt) {

        static ContactPointView of(ContactPoint point) {
            return new ContactPointView(
                    point.id(),
                    point.kind(),
                    point.address(),
                    point.state(),
                    "OWN",
                    point.createdAt(),
                    point.confirmedAt(),
                    point.bouncedAt());
        }

        static ContactPointView ofRegistrations(PointKind kind, String address, @Nullable Instant bouncedAt) {
            return new ContactPointView(
                    null,
                    kind,
                    address,
                    bouncedAt == null ? PointState.ACTIVE : PointState.BOUNCED,
                    "REGISTRATIONS",
                    null,
                    null,
                    bouncedAt);
        }
    }

    record ContactPoints(List<ContactPointView> items) {}
}
