package vn.tiendo.notifications;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/// Remembers which statements a thread prepared while it was asked to.
@PersistenceUnitExtension
@ApplicationScoped
public class StatementsHere implements StatementInspector {

    private static final ThreadLocal<@Nullable List<String>> STATEMENTS = new ThreadLocal<>();

    @Override
    public String inspect(String sql) {
        var seen = STATEMENTS.get();
        if (seen != null) {
            seen.add(sql);
        }
        return sql;
    }

    public static List<String> during(Runnable work) {
        var seen = new ArrayList<String>();
        STATEMENTS.set(seen);
        try {
            work.run();
        } finally {
            STATEMENTS.remove();
        }
        return seen;
    }
}
