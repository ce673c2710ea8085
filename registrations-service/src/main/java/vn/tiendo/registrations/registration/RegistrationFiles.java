package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.content.ContentProblem.DocumentEmpty;
import vn.tiendo.kit.content.ContentProblem.DocumentQuotaExceeded;
import vn.tiendo.kit.content.ContentProblem.DocumentTypeRefused;
import vn.tiendo.kit.content.ContentUse;
import vn.tiendo.kit.content.DocumentStore;
import vn.tiendo.kit.content.DocumentType;
import vn.tiendo.kit.content.DocumentsConfig;
import vn.tiendo.kit.content.FileName;
import vn.tiendo.kit.content.Inspection;
import vn.tiendo.kit.content.ReceivedContent;
import vn.tiendo.kit.content.StoredContents;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.registration.RegistrationFile.ReceivedFile;
import vn.tiendo.registrations.registration.RegistrationGate.Asked;

/// Keeps the files of registrations, and hands them out to the member and to those who may read the registration.
@ApplicationScoped
public class RegistrationFiles {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    static final long LARGEST = 20L * 1024 * 1024;

    @Inject
    RegistrationGate gate;

    @Inject
    StoredContents contents;

    @Inject
    DocumentStore store;

    @Inject
    DocumentsConfig config;

    @Inject
    AuditTrail audit;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    ContentUse ofRegistrations() {
        return new ContentUse("registration_file");
    }

    /// One byte more, so that the store names the limit when the sender does not say how much is to come.
    @Produces
    @Singleton
    BodyLimit files() {
        return new BodyLimit(Pattern.compile("/api/v1/registrations/[^/]+/documents"), LARGEST + 1);
    }

    /// Takes the bytes in, after everything that can be refused without them. No transaction is open meanwhile, however
    /// slow the sender is.
    ReceivedContent receive(FileName name, InputStream body) {
        if (DocumentType.ofExtension(name.extension()).isEmpty()) {
            throw new DocumentTypeRefused();
        }
        return store.receive(body, LARGEST);
    }

    /// To be asked before the bytes come.
    @Transactional
    void requireMayAttach(UUID id) {
        poster(gate.seen(id));
    }

    /// From here on the bytes outlast a kill, and are collected if nothing comes to refer to them.
    ReceivedFile keep(ReceivedContent received, FileName name) {
        if (received.size() == 0) {
            throw new DocumentEmpty();
        }
        var type = Inspection.of(received.file(), name);
        contents.announce(received.hash(), received.size());
        store.keep(received);
        return new ReceivedFile(name.text(), type, received.hash(), received.size());
    }

    void discard(ReceivedContent received) {
        store.discard(received);
    }

    @Transactional
    RegistrationFile attach(UUID id, ReceivedFile received) {
        var asked = gate.seen(id);
        var post = poster(asked);
        var registration = asked.registration();
        if (!contents.take(registration.organisationId(), received.size(), config.quota())) {
            throw new DocumentQuotaExceeded(config.quota());
        }
        contents.kept(received.hash());
        var file = new RegistrationFile(registration, received, asked.found().own(), clock.instant());
        entities.persist(file);
        if (!file.byMember()) {
            registration.attachScan(file.id());
        }
        audit.record(asked.actor(), post, "attach-file", "registration", id, null, file.id());
        return file;
    }

    @Transactional
    List<RegistrationFile> list(UUID id, PageRequest page) {
        var shown = read(gate.seen(id));
        return entities.createQuery(
                        "from RegistrationFile f where f.registrationId = :id and f.id > :after"
                                + " and (f.byMember = false or f.attachedAt <= :shown) order by f.id",
                        RegistrationFile.class)
                .setParameter("id", id)
                .setParameter("shown", shown)
                .setParameter("after", page.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(page.lookFor())
                .getResultList();
    }

    @Transactional
    RegistrationFile get(UUID id, UUID file) {
        var shown = read(gate.seen(id));
        return find(id, file)
                .filter(found -> !found.byMember() || !found.attachedAt().isAfter(shown))
                .orElseThrow(RegistrationProblem.FileNotFound::new);
    }

    InputStream open(RegistrationFile file) {
        return store.open(file.hash());
    }

    /// @throws RegistrationProblem.FileNotFound when it is no file of that registration (404)
    void requireOf(UUID registration, UUID file) {
        if (find(registration, file).isEmpty()) {
            throw new RegistrationProblem.FileNotFound();
        }
    }

    private Optional<RegistrationFile> find(UUID registration, UUID file) {
        return Optional.ofNullable(entities.find(RegistrationFile.class, file))
                .filter(found -> found.registrationId().equals(registration));
    }

    /// The member itself needs no post.
    private @Nullable HeldPost poster(Asked asked) {
        var post = asked.found().own() ? null : gate.requireReviewer(asked);
        var status = asked.registration().status();
        if (status == RegistrationStatus.CLOSED || status == RegistrationStatus.LEFT) {
            throw new RegistrationProblem.WrongRegistrationStatus(
                    status, EnumSet.complementOf(EnumSet.of(RegistrationStatus.CLOSED, RegistrationStatus.LEFT)));
        }
        return post;
    }

    /// @return until when files were attached by the member that the caller may see
    private Instant read(Asked asked) {
        var registration = asked.registration();
        if (asked.found().own()) {
            return END_OF_TIME;
        }
        var post = gate.requireReader(asked);
        audit.record(asked.actor(), post, "read-registration-files", "registration", registration.id(), null, null);
        // What a draft is furnished with is as much the member's alone as its text.
        return Disclosure.ofCurrent(registration)
                ? END_OF_TIME
                : Objects.requireNonNullElse(registration.receipt().receivedAt(), Instant.EPOCH);
    }
}
