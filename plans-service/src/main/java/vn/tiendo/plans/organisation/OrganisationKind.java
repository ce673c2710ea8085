package vn.tiendo.plans.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/// What sort of organisation there can be: reference data, which the administrator of the root extends.
@Entity
public class OrganisationKind {

    @Id
    private String code;

    private String nameVi;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Hierarchy hierarchy;

    protected OrganisationKind() {}

    OrganisationKind(String code, String nameVi, String nameEn, Hierarchy hierarchy) {
        this.code = code;
        this.nameVi = nameVi;
        this.nameEn = nameEn;
        this.hierarchy = hierarchy;
    }

    String code() {
        return code;
    }

    String nameVi() {
        return nameVi;
    }

    String nameEn() {
        return nameEn;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /// Under which its audit records stand.
    UUID subject() {
        return UUID.nameUUIDFromBytes(("organisation-kind/" + code).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
