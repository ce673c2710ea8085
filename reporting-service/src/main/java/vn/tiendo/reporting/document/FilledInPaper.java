package vn.tiendo.reporting.document;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// What a clerk has filled in on the paper of one report or plan.
@Entity
class FilledInPaper {

    @Id
    private UUID documentId;

    @Version
    private long version;

    private int edition;

    @Convert(converter = PaperDetailsConverter.class)
    private PaperDetails details = PaperDetails.NONE;

    private String writtenBy;
    private Instant writtenAt;

    protected FilledInPaper() {}

    /// One that nobody has filled in yet.
    FilledInPaper(UUID documentId, String by, Instant now) {
        this.documentId = documentId;
        this.writtenBy = by;
        this.writtenAt = now;
    }

    void write(PaperDetails filledIn, String by, Instant now) {
        details = filledIn;
        writtenBy = by;
        writtenAt = now;
        edition++;
    }

    /// How often it has been written; 0 of one that nobody has touched.
    int edition() {
        return edition;
    }

    PaperDetails details() {
        return details;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
