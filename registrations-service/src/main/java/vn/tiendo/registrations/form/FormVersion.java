package vn.tiendo.registrations.form;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.time.Uuid7;
import vn.tiendo.registrations.form.FormProblem.FormPublished;

/// One version of a form. A draft may change; once published, it never does.
@Entity
@Table(name = "registration_form")
@DynamicUpdate
class FormVersion {

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID familyId;
    private int number;
    private @Nullable UUID organisationId;
    private @Nullable String organisationPath;
    private String form;
    private String title;
    private String definition;
    private Instant createdAt;
    private @Nullable Instant publishedAt;

    protected FormVersion() {}

    /// The first version of a new form.
    FormVersion(UUID organisation, String path, String form, String title, String definition, Instant now) {
        this.familyId = id;
        this.number = 1;
        this.organisationId = organisation;
        this.organisationPath = path;
        this.form = form;
        this.title = title;
        this.definition = definition;
        this.createdAt = now;
    }

    /// The version that follows the newest one of the same form.
    FormVersion next(int newest, String newTitle, String newDefinition, Instant now) {
        var next = new FormVersion();
        next.familyId = familyId;
        next.number = newest + 1;
        next.organisationId = organisationId;
        next.organisationPath = organisationPath;
        next.form = form;
        next.title = newTitle;
        next.definition = newDefinition;
        next.createdAt = now;
        return next;
    }

    void become(String newTitle, String newDefinition) {
        requireDraft();
        title = newTitle;
        definition = newDefinition;
    }

    void publish(Instant now) {
        requireDraft();
        publishedAt = now;
    }

    private void requireDraft() {
        if (publishedAt != null) {
            throw new FormPublished();
        }
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID familyId() {
        return familyId;
    }

    int number() {
        return number;
    }

    /// Nobody's when it is shipped.
    @Nullable
    UUID organisationId() {
        return organisationId;
    }

    @Nullable
    String organisationPath() {
        return organisationPath;
    }

    String form() {
        return form;
    }

    String title() {
        return title;
    }

    String definition() {
        return definition;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
