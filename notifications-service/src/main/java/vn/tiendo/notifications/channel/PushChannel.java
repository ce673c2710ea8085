package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.header.Topic;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.channel.ChannelApi.ChannelView;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.preference.ChannelKind;

/// Messages pushed to browsers: thin, encrypted for the browser (RFC 8291), to all that somebody has subscribed.
@ApplicationScoped
class PushChannel implements Channel {

    @Inject
    PushConfig config;

    @Inject
    OutgoingAddress addresses;

    @Inject
    Calls calls;

    @Inject
    DispatchEnds ends;

    @Inject
    ObjectMapper json;

    private @Nullable VAPIDKeyPair keys;

    /// Keys that are none are found out now and not with the first message.
    void refuseUnfit(@Observes StartupEvent event) {
        if (off().isEmpty()) {
            keys();
        }
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEB_PUSH;
    }

    @Override
    public PointKind reaches() {
        return PointKind.WEB_PUSH;
    }

    @Override
    public Optional<String> off() {
        return config.privateKey().isPresent() && config.publicKey().isPresent()
                ? Optional.empty()
                : Optional.of("not-configured");
    }

    @Override
    public ChannelView view() {
        return Channel.super
                .view()
                .withKey(off().isPresent() ? null : keys().extractPublicKeyInUncompressedFormAsString());
    }

    /// It got through when one browser has it.
    @Override
    public Outcome send(Message message) {
        var body = json.createObjectNode()
                .put("id", message.id().toString())
                .put("text", ChannelTexts.thin(message))
                .toString();
        var outcomes = new ArrayList<Outcome>();
        for (var browser : message.addresses()) {
            outcomes.add(push(browser, body, message.id()));
        }
        return best(outcomes);
    }

    private static Outcome best(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream()
                        .filter(Outcome.Later.class::isInstance)
                        .findFirst())
                .orElse(outcomes.getFirst());
    }

    private Outcome push(Address browser, String body, UUID id) {
        Buffer sealed;
        String authorization;
        try {
            var encrypted = MessageEncryptions.of()
                    .encrypt(
                            UserAgentMessageEncryptionKeyInfo.of(browser.publicKey(), browser.authSecret()),
                            PushMessage.ofUTF8(body));
            sealed = Buffer.buffer(encrypted.toBytes());
            authorization = keys().generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                    .resourceURLString(browser.address())
                    .expiresAfter(12, TimeUnit.HOURS)
                    .subject(config.contact())
                    .build());
        } catch (RuntimeException unfit) {
            return new Outcome.Refused("subscription-unfit");
        }
        try {
            var answer = calls.ask(
                    addresses.resolve(browser.address()),
                    Map.of(
                            "Authorization",
                            authorization,
                            "Content-Encoding",
                            "aes128gcm",
                            "Content-Type",
                            "application/octet-stream",
                            "TTL",
                            Long.toString(config.kept().toSeconds()),
                            "Topic",
                            topic(id)),
                    sealed);
            return outcomeOf(browser, answer);
        } catch (UnknownHostException perhapsLater) {
            return new Outcome.Later("host-unknown");
        } catch (AddressRefused refused) {
            return new Outcome.Refused("subscription-unfit");
        }
    }

    private Outcome outcomeOf(Address browser, Calls.Reply answer) {
        var status = answer.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Accepted(browser, null, false);
        }
        if (status == 404 || status == 410) {
            if (browser.pointId() != null) {
                ends.forget(browser.pointId());
            }
            return new Outcome.Refused("subscription-gone");
        }
        return status == 0 || status == 429 || status >= 500
                ? new Outcome.Later(answer.fault() == null ? "push-" + status : answer.fault())
                : new Outcome.Refused("push-" + status);
    }

    /// A second one of the same message takes the place of the first while the browser is away.
    private static String topic(UUID id) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Topic.ensure(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public void sendCode(Address address, String code) {
        var body = json.createObjectNode()
                .put("code", code)
                .put("text", ChannelTexts.code(code, "vi"))
                .toString();
        var outcome = push(address, body, UUID.randomUUID());
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
    }

    private synchronized VAPIDKeyPair keys() {
        if (keys == null) {
            keys = VAPIDKeyPairs.of(
                    PrivateKeySources.ofPKCS8Bytes(
                            Base64.getDecoder().decode(config.privateKey().orElseThrow())),
                    PublicKeySources.ofX509Bytes(
                            Base64.getDecoder().decode(config.publicKey().orElseThrow())));
        }
        return keys;
    }
}
