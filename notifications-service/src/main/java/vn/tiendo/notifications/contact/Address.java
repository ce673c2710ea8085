package vn.tiendo.notifications.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address at which an account may be reached.
///
/// @param pointId the account's own point; absent for what the registrations say of a member
/// @param address of mail, a number, or the endpoint of a subscription
/// @param publicKey of the browser that subscribed, with its secret
public record Address(
        @Nullable UUID pointId,
        String issuer,
        String subject,
        PointKind kind,
        String address,
        @Nullable String publicKey,
        @Nullable String authSecret) {}
