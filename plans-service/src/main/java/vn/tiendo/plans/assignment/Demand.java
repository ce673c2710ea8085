package vn.tiendo.plans.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.Obligation;
import vn.tiendo.plans.obligation.ObligationKind;

/// What is demanded: the obligation of an issued plan, and what lists and events show of it.
@Embeddable
class Demand {

    private UUID planId;

    /// Follows the tree by statements on the table alone, so that no older copy of the entity writes it back.
    @Column(updatable = false)
    private String planPath;

    private UUID obligationId;

    @Enumerated(EnumType.STRING)
    private ObligationKind kind;

    private @Nullable String form;

    @Enumerated(EnumType.STRING)
    private ObligationKind.Opens opens;

    private String subject;

    protected Demand() {}

    /// @param planPath where the issuer of the plan stands
    Demand(Obligation obligation, String planPath) {
        this.planId = obligation.planId();
        this.planPath = planPath;
        this.obligationId = obligation.id();
        this.kind = obligation.kind();
        this.form = obligation.form();
        this.opens = obligation.opens();
        this.subject = obligation.subject();
    }

    Demand copy() {
        var copy = new Demand();
        copy.planId = planId;
        copy.planPath = planPath;
        copy.obligationId = obligationId;
        copy.kind = kind;
        copy.form = form;
        copy.opens = opens;
        copy.subject = subject;
        return copy;
    }

    UUID planId() {
        return planId;
    }

    String planPath() {
        return planPath;
    }

    UUID obligationId() {
        return obligationId;
    }

    ObligationKind kind() {
        return kind;
    }

    @Nullable
    String form() {
        return form;
    }

    ObligationKind.Opens opens() {
        return opens;
    }

    String subject() {
        return subject;
    }
}
