package vn.tiendo.notifications.webhook;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.AUDITOR;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.outgoing.AddressRefused;
import vn.tiendo.notifications.outgoing.OutgoingAddress;
import vn.tiendo.notifications.webhook.WebhookApi.DeliveryView;
import vn.tiendo.notifications.webhook.WebhookApi.ReplayRange;
import vn.tiendo.notifications.webhook.WebhookApi.Replayed;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookContent;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookView;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Message;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Told;
import vn.tiendo.notifications.webhook.WebhookProblem.ReplayRangeReversed;
import vn.tiendo.notifications.webhook.WebhookProblem.TooManyWebhooks;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressPrivate;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookAddressUnfit;
import vn.tiendo.notifications.webhook.WebhookProblem.WebhookKeepsItsOrganisation;

/// Registers webhooks. Administrators do, for organisations of their subtree; auditors may look.
@ApplicationScoped
class WebhookService {

    private static final int MOST_AT_ONCE = 10_000;
    private static final int OVERLAP_HOURS = 24;
    private static final String TRIAL = "tiendo.webhook.tried.v1";

    @Inject
    WebhookRepository webhooks;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookSecrets secrets;

    @Inject
    OutgoingAddress addresses;

    @Inject
    WebhooksConfig config;

    @Inject
    ReachRepository organisations;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /// @param secret shown to the administrator once
    record Made(Webhook webhook, String secret) {}

    @Transactional
    Made register(WebhookContent content) {
        var actor = currentActor.get();
        var organisation = organisations.get(content.organisationId(), actor.reach(ADMINISTRATOR, AUDITOR));
        var post = actor.require(organisation.path(), ADMINISTRATOR);
        requireAddress(content.url());
        if (webhooks.countOf(organisation.id()) >= config.most()) {
            throw new TooManyWebhooks(config.most());
        }
        var webhook = new Webhook(organisation, content, actor.id(), clock.instant());
        webhooks.persistAndFlush(webhook);
        var secret = secrets.next();
        deliveries.addSecret(webhook.id(), secrets.seal(secret), Duration.ZERO);
        audit.record(actor, post, "register-webhook", "webhook", webhook.id(), null, WebhookView.of(webhook));
        return new Made(webhook, secret);
    }

    private void requireAddress(String url) {
        try {
            addresses.require(url);
        } catch (AddressRefused refused) {
            throw refused.isInside() ? new WebhookAddressPrivate() : new WebhookAddressUnfit();
        }
    }

    @Transactional
    List<Webhook> list(PageRequest page) {
        return webhooks.list(currentActor.get().reach(ADMINISTRATOR, AUDITOR), page);
    }

    @Transactional
    Webhook get(UUID id) {
        return get(id, currentActor.get());
    }

    private Webhook get(UUID id, Actor actor) {
        return webhooks.get(id, actor.reach(ADMINISTRATOR, AUDITOR));
    }

    @Transactional
    Webhook rewrite(UUID id, @Nullable String ifMatch, WebhookContent content) {
        return change(id, ifMatch, "rewrite-webhook", webhook -> {
            if (!webhook.organisationId().equals(content.organisationId())) {
                throw new WebhookKeepsItsOrganisation();
            }
            requireAddress(content.url());
            webhook.rewrite(content, clock.instant());
        });
    }

    /// What is due from now on is kept, and goes out when the webhook is enabled again.
    @Transactional
    Webhook disable(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, "disable-webhook", webhook -> webhook.disable(reason, clock.instant()));
    }

    @Transactional
    Webhook enable(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, "enable-webhook", webhook -> {
            if (webhook.enable(clock.instant())) {
                deliveries.release(id);
            }
        });
    }

    /// The receiver has said that it is gone for good. Its registration stays, with everything that was not delivered.
    @Transactional(Transactional.TxType.MANDATORY)
    void disableItself(UUID id, String reason) {
        webhooks.findByIdOptional(id).ifPresent(webhook -> webhook.disable(reason, clock.instant()));
    }

    @Transactional
    Made rotate(UUID id, @Nullable String ifMatch, @Nullable Integer overlapHours) {
        var secret = secrets.next();
        var webhook = change(
                id,
                ifMatch,
                "rotate-webhook-secret",
                rotated -> deliveries.addSecret(
                        id,
                        secrets.seal(secret),
                        Duration.ofHours(Objects.requireNonNullElse(overlapHours, OVERLAP_HOURS))));
        return new Made(webhook, secret);
    }

    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        var actor = currentActor.get();
        var webhook = get(id, actor);
        var post = actor.require(webhook.organisationPath(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, webhook.version());
        webhooks.delete(webhook);
        audit.record(actor, post, "remove-webhook", "webhook", id, WebhookView.of(webhook), null);
    }

    /// Sends a message that means nothing, to see whether it arrives.
    @Transactional
    Webhook tryOut(UUID id) {
        var actor = currentActor.get();
        var webhook = get(id, actor);
        var post = actor.require(webhook.organisationPath(), ADMINISTRATOR);
        var event = Uuid7.next();
        deliveries.add(List.of(
                new Message(id, new Told(event, TRIAL, webhook.organisationId(), trial(webhook, clock.instant())))));
        audit.record(actor, post, "try-webhook", "webhook", id, null, null);
        return webhook;
    }

    private String trial(Webhook webhook, Instant now) {
        return json.createObjectNode()
                .put("type", TRIAL)
                .put("timestamp", now.toString())
                .set("data", json.valueToTree(Map.of("organisationId", webhook.organisationId())))
                .toString();
    }

    @Transactional
    Replayed replay(UUID id, ReplayRange range) {
        var actor = currentActor.get();
        var webhook = get(id, actor);
        var post = actor.require(webhook.organisationPath(), ADMINISTRATOR);
        if (!range.from().isBefore(range.to())) {
            throw new ReplayRangeReversed();
        }
        var count = deliveries.replay(id, range.from(), range.to(), range.onlyFailed(), MOST_AT_ONCE);
        audit.record(actor, post, "replay-webhook", "webhook", id, null, range);
        return new Replayed(count, count == MOST_AT_ONCE);
    }

    @Transactional
    List<DeliveryView> log(
            UUID id, @Nullable DeliveryStatus status, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
        return deliveries.log(get(id).id(), status, from, to, page);
    }

    private Webhook change(UUID id, @Nullable String ifMatch, String action, Consumer<Webhook> act) {
        var actor = currentActor.get();
        var webhook = get(id, actor);
        var post = actor.require(webhook.organisationPath(), ADMINISTRATOR);
        ETags.requireMatch(ifMatch, webhook.version());
        var before = WebhookView.of(webhook);
        act.accept(webhook);
        webhooks.flush();
        audit.record(actor, post, action, "webhook", id, before, WebhookView.of(webhook));
        return webhook;
    }
}
