package vn.tiendo.plans.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import vn.tiendo.plans.body.BodyLimit;

/// Files to import may have ten megabytes.
@ApplicationScoped
class ImportBodies {

    private static final long LARGEST = 10L * 1024 * 1024;

    @Produces
    @Singleton
    BodyLimit ofImports() {
        return new BodyLimit(Pattern.compile("/api/v1/(organisations|posts)/imports"), LARGEST);
    }
}
