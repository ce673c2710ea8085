package vn.tiendo.plans.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.outbox.Versioned;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.time.Uuid7;

/// A node of the tree as it stands today; [OrganisationPeriod] keeps how it stood before.
@Entity
public class Organisation implements Versioned {

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private String name;
    private String kind;

    @Enumerated(EnumType.STRING)
    private Hierarchy hierarchy;

    private @Nullable UUID parentId;
    private String path;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;

    /// Whether "trước ngày D" lets D itself count; null inherits the parent's reading.
    @Column(name = "before_date_includes_named_day")
    private @Nullable Boolean beforeDateIncludesNamedDay;

    /// How far beyond the first due day extensions may go; null inherits the parent's limit.
    private @Nullable Integer longestExtensionDays;

    /// The restructuring that ended it.
    private @Nullable UUID endedBy;

    /// Who took over what it left, the default successor first.
    private UUID[] successorIds = {};

    /// The name without marks and case, as the database writes it.
    @Column(insertable = false, updatable = false)
    private @Nullable String nameKey;

    /// When it last changed, in business time; every event sets it.
    private @Nullable Instant updatedAt;

    protected Organisation() {}

    Organisation(
            String code,
            String name,
            String kind,
            Hierarchy hierarchy,
            @Nullable UUID parentId,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this.id = Uuid7.next();
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.hierarchy = hierarchy;
        this.parentId = parentId;
        this.path = path;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    void correct(String as) {
        name = as;
    }

    void changed(Instant now) {
        updatedAt = now;
    }

    void readBeforeDateAs(@Nullable Boolean includesNamedDay) {
        beforeDateIncludesNamedDay = includesNamedDay;
    }

    void limitExtensions(@Nullable Integer days) {
        longestExtensionDays = days;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String path() {
        return path;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validTo() {
        return validTo;
    }

    @Nullable
    Boolean beforeDateIncludesNamedDay() {
        return beforeDateIncludesNamedDay;
    }

    @Nullable
    Integer longestExtensionDays() {
        return longestExtensionDays;
    }

    @Nullable
    UUID endedBy() {
        return endedBy;
    }

    List<UUID> successorIds() {
        return List.of(successorIds);
    }

    /// Its own part of its path.
    String segment() {
        return path.substring(path.length() - TreePath.SEGMENT_LENGTH);
    }

    KnownOrganisation known() {
        return new KnownOrganisation(id, code, name, kind, parentId, path, validFrom, validTo);
    }
}
