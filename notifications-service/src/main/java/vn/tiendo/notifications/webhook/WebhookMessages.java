package vn.tiendo.notifications.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.notifications.webhook.PlacelessEvents.Placed;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Message;
import vn.tiendo.notifications.webhook.WebhookDeliveries.Told;

/// Turns events into messages for the webhooks that want them, in the transaction that takes the events in.
///
/// Messages are thin: what happened, to which thing of which organisation, and where to read it. Restricted topics
/// never leave by webhook.
@ApplicationScoped
class WebhookMessages {

    /// The body of a message.
    ///
    /// @param timestamp business time of the event
    private record Body(String type, String timestamp, Thing data) {}

    private record Thing(String id, UUID organisationId, long sequence, String href) {}

    private record Owned(UUID organisationId) {}

    @Inject
    WebhookRepository webhooks;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    PlacelessEvents waiting;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    /// Four statements however many events there are, one while there is no webhook. Events of an organisation that is
    /// not known yet are kept until it is.
    void write(List<ReceivedEvent> events, String resource) {
        var known = webhooks.all();
        var living = events.stream()
                .filter(event -> event.data().hasNonNull("organisationId"))
                .toList();
        if (known.isEmpty() || living.isEmpty()) {
            return;
        }
        var told = living.stream().map(event -> told(event, resource)).toList();
        var paths = pathsOf(told.stream().map(Told::organisation).distinct().toList());
        tell(
                told.stream()
                        .flatMap(each -> Stream.ofNullable(paths.get(each.organisation()))
                                .map(path -> new Placed(each, path)))
                        .toList(),
                known);
        var placeless = told.stream()
                .filter(each -> !paths.containsKey(each.organisation()))
                .toList();
        if (!placeless.isEmpty()) {
            waiting.keep(placeless);
        }
    }

    /// Tells what has waited for its organisation.
    ///
    /// @return how many events there were
    @Transactional
    int writePlaced(int most) {
        var placed = waiting.take(most);
        if (!placed.isEmpty()) {
            tell(placed, webhooks.all());
        }
        return placed.size();
    }

    private void tell(List<Placed> events, List<Webhook> known) {
        var messages = events.stream()
                .flatMap(event -> known.stream()
                        .filter(webhook -> webhook.wants(event.told().type(), event.path()))
                        .map(webhook -> new Message(webhook.id(), event.told())))
                .toList();
        if (!messages.isEmpty()) {
            deliveries.add(messages);
        }
    }

    private Told told(ReceivedEvent event, String resource) {
        var owner = ownerOf(event);
        return new Told(event.id(), event.type(), owner, body(event, owner, resource));
    }

    private static UUID ownerOf(ReceivedEvent event) {
        return event.as(Owned.class).organisationId();
    }

    private Map<UUID, String> pathsOf(List<UUID> owners) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, path from reach_organisation where id = any(?1)", Tuple.class)
                .setParameter(1, owners.toArray(UUID[]::new))
                .getResultList();
        var paths = new HashMap<UUID, String>();
        rows.forEach(row -> paths.put(row.get(0, UUID.class), row.get(1, String.class)));
        return paths;
    }

    private String body(ReceivedEvent event, UUID owner, String resource) {
        try {
            return json.writeValueAsString(new Body(
                    event.type(),
                    event.occurredAt().toString(),
                    new Thing(event.key(), owner, event.sequence(), "/api/v1/" + resource + "/" + event.key())));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A message cannot be written as JSON", defect);
        }
    }
}
