package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.content.ContentUse;

/// Lets documents be larger than other requests; an edited draft has at most a megabyte like all others.
@ApplicationScoped
class PlanImportsPath {

    static final int LARGEST = 20 * 1024 * 1024;

    @Produces
    @Singleton
    ContentUse originals() {
        return new ContentUse("plan_import");
    }

    /// One byte more, so that the limit is named when the sender does not say how much is to come.
    @Produces
    @Singleton
    BodyLimit documents() {
        return new BodyLimit(Pattern.compile("/api/v1/plan-imports"), LARGEST + 1L);
    }
}
