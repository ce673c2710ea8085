package vn.tiendo.notifications.channel;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tiendo.notifications.outgoing.Destination;
import vn.tiendo.notifications.outgoing.OutgoingCalls;
import vn.tiendo.notifications.outgoing.OutgoingConfig;

/// Calls that are waited for.
@ApplicationScoped
class Calls {

    private static final int TOO_MANY = 429;
    private static final int FAULTS = 500;

    @Inject
    OutgoingCalls calls;

    @Inject
    OutgoingConfig config;

    /// @param status 0 when there was no answer
    /// @param fault why there was none
    record Reply(int status, String body, @Nullable String fault) {

        /// What is no word about the message: no answer, too many calls, or a fault of the provider's own.
        ///
        /// @param provider before the status in reasons
        Optional<Outcome> trouble(String provider) {
            if (status == 0) {
                return Optional.of(
                        "timeout".equals(fault)
                                ? new Outcome.Later("timeout")
                                : new Outcome.Unreachable(String.valueOf(fault)));
            }
            return status == TOO_MANY || status >= FAULTS
                    ? Optional.of(new Outcome.Later(provider + "-" + status))
                    : Optional.empty();
        }
    }

    Reply ask(Destination to, Map<String, String> headers, Buffer body) {
        try {
            var answer = calls.ask(to, headers, body)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(config.timeout().toMillis() * 2, TimeUnit.MILLISECONDS)
                    .join();
            return new Reply(answer.status(), answer.body(), null);
        } catch (CompletionException failure) {
            var cause = failure.getCause();
            return new Reply(
                    0,
                    "",
                    cause == null || cause instanceof TimeoutException ? "timeout" : OutgoingCalls.faultOf(cause));
        }
    }
}
