package vn.tiendo.kit.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.tiendo.kit.leader.LeaderTask;

/// Removes contents that nothing refers to any more, or never came to: those of killed uploads and of removed files.
///
/// The row is locked while its bytes go. A kill in between leaves a row without bytes that nobody refers to; the next
/// pass, or the next upload of the same content, puts it right.
@ApplicationScoped
public class OrphanCollection implements LeaderTask {

    public static final String NAME = "document-collection";
    private static final int BATCH = 50;

    @Inject
    StoredContents contents;

    @Inject
    DocumentStore store;

    @Inject
    DocumentsConfig config;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean pass() {
        if (!contents.isUsed()) {
            return false;
        }
        var orphans = contents.orphans(config.grace(), BATCH);
        for (var hash : orphans) {
            store.remove(hash);
            contents.forget(hash);
        }
        if (orphans.size() < BATCH) {
            store.discardOlderThan(config.grace());
        }
        return orphans.size() == BATCH;
    }
}
