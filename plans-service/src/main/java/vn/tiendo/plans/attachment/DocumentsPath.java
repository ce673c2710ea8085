package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.content.ContentUse;

/// Lets files be larger than other requests.
@ApplicationScoped
class DocumentsPath {

    static final long LARGEST = 20L * 1024 * 1024;

    @Produces
    @Singleton
    ContentUse ofPlans() {
        return new ContentUse("plan_document");
    }

    /// One byte more, so that the store names the limit when the sender does not say how much is to come.
    @Produces
    @Singleton
    BodyLimit files() {
        return new BodyLimit(Pattern.compile("/api/v1/plans/[^/]+/documents"), LARGEST + 1);
    }
}
