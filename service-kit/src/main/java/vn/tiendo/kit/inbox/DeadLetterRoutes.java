package vn.tiendo.kit.inbox;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.tiendo.kit.correlation.Correlation;

/// The operator's door to the dead letters, on the management port only: list what waits, replay one.
@ApplicationScoped
public class DeadLetterRoutes {

    private static final Logger LOG = Logger.getLogger(DeadLetterRoutes.class);
    private static final int MOST = 200;

    @Inject
    DeadLetters deadLetters;

    void register(@Observes ManagementInterface management) {
        management.router().get("/q/dead-letters").blockingHandler(this::list);
        management.router().post("/q/dead-letters/:id/replay").blockingHandler(this::replay);
    }

    private void list(RoutingContext context) {
        answer(context, 200, deadLetters.waiting(MOST));
    }

    private void replay(RoutingContext context) {
        var id = context.pathParam("id");
        if (!id.matches("[0-9]{1,18}")) {
            answer(context, 404, Map.of("replayed", false));
            return;
        }
        try {
            var replayed = new AtomicBoolean();
            Correlation.during(() -> replayed.set(deadLetters.replay(Long.parseLong(id))));
            answer(context, replayed.get() ? 200 : 404, Map.of("replayed", replayed.get()));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Dead letter %s failed again and goes on waiting", id);
            answer(context, 409, Map.of("replayed", false));
        }
    }

    private static void answer(RoutingContext context, int status, Object body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(Json.encodeToBuffer(body));
    }
}
