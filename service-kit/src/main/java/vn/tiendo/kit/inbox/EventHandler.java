package vn.tiendo.kit.inbox;

import java.util.List;

/// What a service does with the events of one topic. Make it an `@ApplicationScoped` bean.
///
/// It is called inside the transaction that also holds the guard rows: each state at most once, never an older one
/// after a newer one, and of several states that arrive together only the newest. Whatever the type says, the state is
/// whole. Who tells others what happened, and not only what holds, may want every event.
public interface EventHandler {

    String topic();

    void on(ReceivedEvent event);

    /// Whether events that a newer one of the same key overtook in a batch are wanted too.
    default boolean wantsEvery() {
        return false;
    }

    /// Several events of the topic at once, at most one per key unless every one is wanted; override to write their
    /// effects in batches.
    default void onAll(List<ReceivedEvent> events) {
        events.forEach(this::on);
    }
}
