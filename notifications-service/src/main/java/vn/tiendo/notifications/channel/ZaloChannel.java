package vn.tiendo.notifications.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.channel.ChannelApi.ChannelView;
import vn.tiendo.notifications.channel.ChannelApi.TemplateView;
import vn.tiendo.notifications.channel.ZaloConfig.ZnsTemplate;
import vn.tiendo.notifications.contact.Address;
import vn.tiendo.notifications.contact.PointKind;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.preference.Category;
import vn.tiendo.notifications.preference.ChannelKind;

/// Zalo ZNS: templates that Zalo has approved, filled with thin values. Zalo answers 200 and says in `error` what it
/// means; 0 is success.
@ApplicationScoped
class ZaloChannel implements Channel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
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
        if (config.token().isEmpty()) {
            return Optional.of("not-configured");
        }
        var approved = config.templates().values().stream()
                .filter(template -> template.state() == TemplateApproval.APPROVED)
                .toList();
        if (approved.isEmpty()) {
            return Optional.of("no-approved-template");
        }
        return approved.stream().anyMatch(template -> left(template) > 0)
                ? Optional.empty()
                : Optional.of("quota-used-up");
    }

    @Override
    public boolean carries(Category category) {
        var template = config.templates().get(category);
        return template != null && template.state() == TemplateApproval.APPROVED && left(template) > 0;
    }

    private int left(ZnsTemplate template) {
        return quotas.left(nameOf(template), template.perDay());
    }

    private static String nameOf(ZnsTemplate template) {
        return "ZALO/" + template.id();
    }

    @Override
    public ChannelView view() {
        var off = off();
        var templates = config.templates().entrySet().stream()
                .map(each -> new TemplateView(
                        each.getKey(), each.getValue().id(), each.getValue().state(), left(each.getValue())))
                .sorted(java.util.Comparator.comparing(TemplateView::category))
                .toList();
        return new ChannelView(kind(), off.isEmpty(), off.orElse(null), null, templates);
    }

    @Override
    public Outcome send(Message message) {
        var category = message.items().getFirst().category();
        var template = config.templates().get(category);
        if (template == null || !carries(category)) {
            return new Outcome.Refused("template-unavailable");
        }
        var body = json.createObjectNode()
                .put("phone", message.address().address())
                .put("template_id", template.id())
                .put("tracking_id", message.id().toString());
        body.set("template_data", parameters(template, message));
        try {
            var reply = calls.ask(
                    addresses.resolveConfigured(config.url()),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "access_token",
                            config.token().orElseThrow()),
                    Buffer.buffer(body.toString()));
            return outcomeOf(reply, template, message.address());
        } catch (AddressRefused | UnknownHostException away) {
            return new Outcome.Unreachable("zalo-unknown");
        }
    }

    private ObjectNode parameters(ZnsTemplate template, Message message) {
        var values = json.createObjectNode();
        template.parameters().forEach((name, value) -> values.put(name, valueOf(value, message)));
        return values;
    }

    /// Nothing that names a person or the content of a matter is among them.
    private static @Nullable String valueOf(String value, Message message) {
        var first = message.items().getFirst();
        return switch (value) {
            case "thin" -> ChannelTexts.thin(message);
            case "day" -> first.dueDay() == null ? "" : DAY.format(first.dueDay());
            case "count" -> Integer.toString(message.items().size());
            case "reference" -> message.id().toString().substring(24);
            default -> "";
        };
    }

    private Outcome outcomeOf(Calls.Reply reply, ZnsTemplate template, Address address) {
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
            quotas.count(nameOf(template), 1);
            return new Outcome.Accepted(
                    address, answer.path("data").path("msg_id").asText(null), false);
        }
        if (CREDENTIALS.contains(error)) {
            return new Outcome.Unreachable("zalo" + error);
        }
        if (QUOTA.contains(error)) {
            quotas.count(nameOf(template), template.perDay());
        }
        return new Outcome.Refused(NO_ACCOUNT.contains(error) ? "zalo-no-account" : "zalo" + error);
    }
}
