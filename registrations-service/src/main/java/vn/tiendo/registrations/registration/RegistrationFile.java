package vn.tiendo.registrations.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.tiendo.kit.content.DocumentType;
import vn.tiendo.kit.time.Uuid7;

/// A file of a registration: the picture of a paper, or evidence of what was done. It never changes.
@Entity
@Immutable
class RegistrationFile {

    @Id
    private UUID id = Uuid7.next();

    private UUID registrationId;
    private UUID organisationId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String hash;
    private long size;
    private Instant attachedAt;
    private boolean byMember;

    protected RegistrationFile() {}

    RegistrationFile(Registration registration, ReceivedFile received, boolean byMember, Instant now) {
        this.registrationId = registration.id();
        this.organisationId = registration.organisationId();
        this.fileName = received.fileName();
        this.type = received.type();
        this.hash = received.hash();
        this.size = received.size();
        this.attachedAt = now;
        this.byMember = byMember;
    }

    /// What has been found out about a file before it is attached; two uploads of it are the same request.
    record ReceivedFile(String fileName, DocumentType type, String hash, long size) {}

    UUID id() {
        return id;
    }

    UUID registrationId() {
        return registrationId;
    }

    String fileName() {
        return fileName;
    }

    DocumentType type() {
        return type;
    }

    String hash() {
        return hash;
    }

    long size() {
        return size;
    }

    Instant attachedAt() {
        return attachedAt;
    }

    boolean byMember() {
        return byMember;
    }
}
