package vn.tiendo.kit.correlation;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;

/// The id that ties an answer, its log lines, its audit records and its events together.
@RequestScoped
public class Correlation {

    private String id = Uuid7.next().toString();

    public String id() {
        return id;
    }

    /// The id of what is under way on this thread; null where no request, batch of events or background pass is.
    public static @Nullable String current() {
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(Correlation.class).get().id()
                : null;
    }

    /// Runs work that no request has caused, as if it were one: with a correlation id and request-scoped beans.
    public static void during(Runnable work) {
        var request = Arc.container().requestContext();
        if (request.isActive()) {
            work.run();
            return;
        }
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }

    void continueFrom(String given) {
        id = given;
    }
}
