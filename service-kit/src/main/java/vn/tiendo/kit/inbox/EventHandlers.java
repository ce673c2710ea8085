package vn.tiendo.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Gives events to all handlers of their topic, behind one guard: they take effect together or not at all.
@ApplicationScoped
class EventHandlers {

    private static final Logger LOG = Logger.getLogger(EventHandlers.class);

    @Inject
    @All
    List<EventHandler> handlers;

    @Inject
    InboxGuard guard;

    @ConfigProperty(name = "mp.messaging.incoming.events.topics")
    Optional<List<String>> subscribed;

    boolean know(String topic) {
        return handlers.stream().anyMatch(handler -> handler.topic().equals(topic));
    }

    /// @param events of one topic
    /// @return those that were new to the service
    @Transactional(Transactional.TxType.MANDATORY)
    List<ReceivedEvent> apply(String topic, List<ReceivedEvent> events) {
        var fresh = guard.admit(events);
        if (!fresh.all().isEmpty()) {
            handlers.stream()
                    .filter(handler -> handler.topic().equals(topic))
                    .forEach(handler -> handler.onAll(handler.wantsEvery() ? fresh.all() : fresh.states()));
        }
        return fresh.all();
    }

    void compareWithSubscription(@Observes StartupEvent event) {
        var handled = new TreeSet<>(handlers.stream().map(EventHandler::topic).toList());
        var consumed = new TreeSet<>(subscribed.orElse(List.of()));
        if (!handled.equals(consumed)) {
            LOG.warnf("Events are consumed from %s, but handled are those of %s", consumed, handled);
        }
    }
}
