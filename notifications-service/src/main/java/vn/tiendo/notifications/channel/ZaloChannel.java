package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.Provision;
import vn.tiendo.notifications.provider.Quotas;

/// Zalo ZNS: templates that Zalo has approved, filled with thin values, within the quota of the contract. Zalo answers
/// 200 and says in `error` what it
/// means; 0 is success.
@ApplicationScoped
class ZaloChannel implements Channel {

    /// The number is wrong, or has no account there. It may well take an SMS, so it is not marked.
    private static final Set<Integer> NO_ACCOUNT = Set.of(-108, -114, -118, -119, -139, -140);
    private static final Set<Integer> QUOTA = Set.of(-144, -147);
    private static final Set<Integer> CREDENTIALS = Set.of(-124, -125, -126, -216);

    @Inject
    ZaloConfig config;

    @Inject
    OutgoingAddress addresses;

    @Inject
    Calls calls;

    @Inject
    Quotas quotas;

    @Inject
    ObjectMapper json;

    @Override
    public ChannelKind kind() {
        return ChannelKind.ZALO;
    }

    @Override
    public PointKind reaches() {
        return PointKind.PHONE;
    }

    @Override
    public Optional<String> off() {
        return config.token().isEmpty() ? Optional.of("not-configured") : Optional.empty();
    }

    @Override
    public boolean underContract() {
        return true;
    }

    /// What brings codes has a template of its own there; they go by SMS.
    @Override
    public boolean bringsCodes() {
        return false;
    }

    @Override
    public Outcome send(Message message) {
        var provision = Objects.requireNonNull(message.provision());
        var body = json.createObjectNode()
                .put("phone", message.address().address())
                .put("template_id", provision.externalId())
                .put("tracking_id", message.id().toString());
        body.set("template_data", json.valueToTree(provision.fill(value -> ChannelTexts.valueOf(value, message))));
        try {
            var reply = calls.ask(
                    addresses.resolveConfigured(config.url()),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "access_token",
                            config.token().orElseThrow()),
                    Buffer.buffer(body.toString()));
            return outcomeOf(reply, provision, message.address());
        } catch (AddressRefused | UnknownHostException away) {
            return new Outcome.Unreachable("zalo-unknown");
        }
    }

    private Outcome outcomeOf(Calls.Reply reply, Provision provision, Address address) {
        var trouble = reply.trouble("zalo");
        if (trouble.isPresent()) {
            return trouble.get();
        }
        var answer = Json.read(json, reply.body());
        if (reply.status() != 200 || !answer.path("error").isInt()) {
            return new Outcome.Refused("zalo-" + reply.status());
        }
        var error = answer.path("error").intValue();
        if (error == 0) {
            quotas.count(provision.contractId(), 1);
            return new Outcome.Accepted(
                    address, answer.path("data").path("msg_id").asText(null), false);
        }
        if (CREDENTIALS.contains(error)) {
            return new Outcome.Unreachable("zalo" + error);
        }
        if (QUOTA.contains(error)) {
            quotas.count(provision.contractId(), provision.perDay());
        }
        return new Outcome.Refused(NO_ACCOUNT.contains(error) ? "zalo-no-account" : "zalo" + error);
    }
}
