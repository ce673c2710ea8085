package vn.tiendo.plans.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A kind of things that nobody has, and that fails as a defect would when an organisation ends that a test names.
@ApplicationScoped
class DefectivePassing implements PassingOn {

    private static final AtomicInteger TRIES = new AtomicInteger();
    private static volatile @Nullable UUID failsAt;

    static void failAt(UUID ending) {
        TRIES.set(0);
        failsAt = ending;
    }

    static void mend() {
        failsAt = null;
    }

    /// How often it has failed.
    static int tries() {
        return TRIES.get();
    }

    @Override
    public String what() {
        return "zzDefects"; // the last, so that the order of the others is that of every deployment
    }

    @Override
    public long count(Collection<UUID> ending) {
        var defect = failsAt;
        if (defect != null && ending.contains(defect)) {
            TRIES.incrementAndGet();
            throw new IllegalStateException("a defect of a test");
        }
        return 0;
    }

    @Override
    public int passOn(Ending ending, int most) {
        return 0;
    }
}
