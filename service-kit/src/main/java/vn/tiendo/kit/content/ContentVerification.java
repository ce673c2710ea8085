package vn.tiendo.kit.content;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.tiendo.kit.leader.LeaderTask;

/// Compares the bytes of every stored file with its hash once a day, one file per pass, so that decay is known while
/// there still is a backup. `tiendo_documents_damaged` above zero: restore the named files from the backup.
@ApplicationScoped
public class ContentVerification implements LeaderTask {

    private static final Logger LOG = Logger.getLogger(ContentVerification.class);

    @Inject
    StoredContents contents;

    @Inject
    DocumentStore store;

    @Inject
    DocumentsConfig config;

    private final AtomicLong damaged = new AtomicLong();

    @Inject
    void measure(MeterRegistry meters) {
        Gauge.builder("tiendo.documents.damaged", damaged, AtomicLong::get)
                .description("Stored files whose bytes are missing or no longer those once received")
                .register(meters);
    }

    @Override
    public String name() {
        return "document-verification";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean pass() {
        if (!contents.isUsed()) {
            return false;
        }
        var next = contents.nextToVerify(config.verifyEvery());
        next.ifPresent(hash -> {
            var sound = store.isSound(hash);
            if (!sound) {
                LOG.errorf("The stored document %s is damaged; restore it from the backup", hash);
            }
            contents.verified(hash, sound);
        });
        damaged.set(contents.damaged());
        return next.isPresent();
    }
}
