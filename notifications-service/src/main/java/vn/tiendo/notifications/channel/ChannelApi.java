package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.preference.ChannelKind;

/// The JSON of channels.
final class ChannelApi {

    private ChannelApi() {}

    /// @param off why nothing goes this way: `not-configured`
    /// @param underContract takes a contract with its provider and a template that was approved
    /// @param publicKey by which browsers subscribe
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(
            ChannelKind channel,
            boolean on,
            @Nullable String off,
            boolean underContract,
            @Nullable String publicKey,
            boolean away) {

        static ChannelView of(Channel channel) {
            var off = channel.off();
            return new ChannelView(
                    channel.kind(), off.isEmpty(), off.orElse(null), channel.underContract(), null, false);
        }

        ChannelView withKey(@Nullable String key) {
            return new ChannelView(channel, on, off, underContract, key, away);
        }

        /// @param cannotBeReached found away; messages wait meanwhile
        ChannelView away(boolean cannotBeReached) {
            return new ChannelView(channel, on, off, underContract, publicKey, cannotBeReached);
        }
    }

    record Channels(List<ChannelView> items) {}

    /// What a mail server has reported about a message that it had taken over.
    ///
    /// @param messageId the header `Message-ID` of the message
    /// @param status enhanced status code (RFC 3463) such as `5.1.1`
    record ReportBounce(
            @NotBlank @Size(max = 300) String messageId,

            @NotNull @Pattern(regexp = "[245]\\.[0-9]{1,3}\\.[0-9]{1,3}")
            String status) {}

    /// What followed from a report.
    enum BounceEffect {
        /// It was not for good.
        NONE,
        /// Another message may get through.
        MESSAGE_FAILED,
        /// Nothing more goes to the address.
        ADDRESS_STOPPED
    }

    record BounceTaken(BounceEffect effect) {}
}
