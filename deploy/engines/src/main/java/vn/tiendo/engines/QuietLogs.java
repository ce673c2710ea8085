package vn.tiendo.engines;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps the engines from filling the output of whoever runs them, where logging ends in java.util.logging (also that
/// of Quarkus); other bindings are configured by their owner.
final class QuietLogs {
    /// Held strongly: a logger that nobody refers to is collected, and its level with it.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky.test"));

    private static final List<Logger> CHATTER = List.of(
            Logger.getLogger("org.apache.kafka.raft"),
            Logger.getLogger("org.apache.kafka.controller.QuorumController"),
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

    private QuietLogs() {}

    static void install() {
        for (var logger : LOGGERS) if (logger.getLevel() == null) logger.setLevel(Level.WARNING);
        // The broker's own clients and quorum complain at every start and stop of a single node.
        for (var logger : CHATTER) logger.setLevel(Level.SEVERE);
    }
}
