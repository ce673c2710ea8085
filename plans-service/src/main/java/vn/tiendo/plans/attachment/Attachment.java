package vn.tiendo.plans.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.tiendo.kit.content.DocumentType;
import vn.tiendo.kit.time.Uuid7;

/// A file of a plan. It never changes: another content is another file.
@Entity
@Table(name = "plan_document")
public class Attachment {

    @Id
    private UUID id;

    private UUID planId;
    private UUID organisationId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String hash;
    private long size;
    private Instant attachedAt;

    protected Attachment() {}

    Attachment(UUID planId, UUID organisationId, ReceivedDocument received, Instant now) {
        this.id = Uuid7.next();
        this.planId = planId;
        this.organisationId = organisationId;
        this.fileName = received.fileName();
        this.type = received.type();
        this.hash = received.hash();
        this.size = received.size();
        this.attachedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID planId() {
        return planId;
    }

    UUID organisationId() {
        return organisationId;
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
}
