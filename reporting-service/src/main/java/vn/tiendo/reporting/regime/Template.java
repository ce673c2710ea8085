package vn.tiendo.reporting.regime;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;

/// One version of what a report of a regime consists of, for an organisation and all below it. Reports keep the version
/// that they were begun with, so a published one is never changed: the next one takes its place.
@Entity
@Table(name = "report_template")
@CheckReturnValue
class Template {

    enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    @Id
    private UUID id = Uuid7.next();

    @Version
    private long version;

    private UUID regimeId;
    private @Nullable UUID organisationId;
    private @Nullable String organisationPath;
    private int number;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @Convert(converter = DefinitionText.class)
    private TemplateDefinition definition;

    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant publishedAt;
    private @Nullable String publishedBy;

    protected Template() {}

    Template(
            UUID regimeId,
            KnownOrganisation organisation,
            int number,
            TemplateDefinition definition,
            String by,
            Instant now) {
        this.regimeId = regimeId;
        this.organisationId = organisation.id();
        this.organisationPath = organisation.path();
        this.number = number;
        this.definition = consistent(definition);
        this.createdBy = by;
        this.createdAt = now;
    }

    void write(TemplateDefinition changed) {
        requireDraft();
        definition = consistent(changed);
    }

    void publish(String by, Instant now) {
        requireDraft();
        status = Status.PUBLISHED;
        publishedAt = now;
        publishedBy = by;
    }

    /// Another version takes its place; what was begun with it goes on with it.
    void retire() {
        status = Status.RETIRED;
    }

    private void requireDraft() {
        if (status != Status.DRAFT) {
            throw new TemplateProblem.TemplatePublished(number);
        }
    }

    private static TemplateDefinition consistent(TemplateDefinition definition) {
        var errors = TemplateConsistency.errorsOf(definition);
        if (!errors.isEmpty()) {
            throw new TemplateProblem.InconsistentTemplate(errors);
        }
        return definition;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID regimeId() {
        return regimeId;
    }

    @Nullable
    UUID organisationId() {
        return organisationId;
    }

    /// Empty when it came with the system, and so is nobody's to change.
    String organisationPath() {
        return organisationPath == null ? "" : organisationPath;
    }

    int number() {
        return number;
    }

    Status status() {
        return status;
    }

    TemplateDefinition definition() {
        return definition;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
