package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.Provision;
import vn.tiendo.notifications.provider.Provisions;
import vn.tiendo.notifications.provider.Quotas;
import vn.tiendo.notifications.provider.TemplateValue;

/// SMS under the brand name of a contract, in approved words and thin values alone, through a gateway that takes JSON:
/// `{"requestId", "from", "to", "text"}`, answered by 2xx with `{"id"}`. A repeated `requestId` is for the gateway to
/// recognise. 400 and 422 with `"code": "INVALID_NUMBER"` say that the number does not exist; 429 and 5xx ask for
/// another try.
@ApplicationScoped
class SmsChannel implements Channel {

    @Inject
    SmsConfig config;

    @Inject
    OutgoingAddress addresses;

    @Inject
    Calls calls;

    @Inject
    Provisions provisions;

    @Inject
    Quotas quotas;

    @Inject
    ObjectMapper json;

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public PointKind reaches() {
        return PointKind.PHONE;
    }

    @Override
    public Optional<String> off() {
        return config.url().isEmpty() ? Optional.of("not-configured") : Optional.empty();
    }

    @Override
    public boolean underContract() {
        return true;
    }

    @Override
    public boolean bringsCodes() {
        return off().isEmpty() && provisions.forCodes(kind()).isPresent();
    }

    @Override
    public Outcome send(Message message) {
        var provision = Objects.requireNonNull(message.provision());
        var text = provision.render(value -> ChannelTexts.valueOf(value, message));
        return send(message.id(), message.address(), provision, text);
    }

    @Override
    public void sendCode(Address address, String code) {
        var provision = provisions.forCodes(kind()).orElseThrow();
        var text = provision.render(value -> value == TemplateValue.CODE ? code : "");
        if (!(send(UUID.randomUUID(), address, provision, text) instanceof Outcome.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
    }

    private Outcome send(UUID id, Address address, Provision provision, String text) {
        var body = json.createObjectNode()
                .put("requestId", id.toString())
                .put("from", provision.sender())
                .put("to", address.address())
                .put("text", text);
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        config.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        try {
            var reply = calls.ask(
                    addresses.resolveConfigured(config.url().orElseThrow()), headers, Buffer.buffer(body.toString()));
            return outcomeOf(reply, provision, address);
        } catch (AddressRefused | UnknownHostException away) {
            return new Outcome.Unreachable("gateway-unknown");
        }
    }

    private Outcome outcomeOf(Calls.Reply reply, Provision provision, Address address) {
        var status = reply.status();
        var answer = Json.read(json, reply.body());
        if (status >= 200 && status < 300) {
            quotas.count(provision.contractId(), 1);
            return new Outcome.Accepted(address, textOf(answer, "id"), "DELIVERED".equals(textOf(answer, "status")));
        }
        var trouble = reply.trouble("sms");
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (status == 401 || status == 403) {
            return new Outcome.Unreachable("sms-" + status);
        }
        return "INVALID_NUMBER".equals(textOf(answer, "code"))
                ? new Outcome.AddressFails(address, "sms-invalid-number")
                : new Outcome.Refused("sms-" + status);
    }

    private static @Nullable String textOf(JsonNode answer, String field) {
        return answer.path(field).asText(null);
    }
}
