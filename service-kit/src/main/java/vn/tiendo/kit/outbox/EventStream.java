package vn.tiendo.kit.outbox;

import java.util.function.Function;

/// A topic and how the whole public state of an aggregate is written to it.
///
/// @param topic such as `plans.plan.v1`
/// @param state the record that becomes the JSON data; ids, facts and instants, never names of persons
public record EventStream<A extends Versioned>(String topic, Function<A, ?> state) {

    /// The type of an event on this topic: `plans.plan.v1` and `issued` give `plans.plan.issued.v1`.
    public String type(String what) {
        var version = topic.lastIndexOf('.');
        return topic.substring(0, version) + '.' + what + topic.substring(version);
    }
}
