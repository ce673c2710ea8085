package vn.tiendo.plans;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import vn.tiendo.kit.correlation.Correlation;

/// Remembers which statements a request prepared, by the `X-Request-Id` that a test gave it; ids start with `counted-`.
@PersistenceUnitExtension
@ApplicationScoped
public class StatementsOfRequests implements StatementInspector {

    private static final ConcurrentHashMap<String, Queue<String>> STATEMENTS = new ConcurrentHashMap<>();

    @Override
    public String inspect(String sql) {
        var request = Correlation.current();
        if (request != null && request.startsWith("counted-")) {
            STATEMENTS
                    .computeIfAbsent(request, any -> new ConcurrentLinkedQueue<>())
                    .add(sql);
        }
        return sql;
    }

    public static List<String> of(String request) {
        return List.copyOf(STATEMENTS.getOrDefault(request, new ConcurrentLinkedQueue<>()));
    }
}
