package vn.tiendo.plans.organisation;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about organisations.
abstract sealed class OrganisationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private OrganisationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class UnknownOrganisationKind extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        UnknownOrganisationKind(String kind) {
            super(Kind.RULE, "unknown-organisation-kind", Map.of("kind", kind));
        }
    }

    static final class ValidityReversed extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        ValidityReversed() {
            super(Kind.RULE, "validity-reversed", Map.of());
        }
    }

    /// An organisation exists only while its parent does.
    static final class OutsideParentsValidity extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        OutsideParentsValidity() {
            super(Kind.RULE, "outside-parents-validity", Map.of());
        }
    }

    static final class KindTaken extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        KindTaken(String kind) {
            super(Kind.CONFLICT, "one-organisation-kind-per-code", Map.of("kind", kind));
        }
    }

    /// In one way two organisations are linked once at a time.
    static final class LinkedAlready extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        LinkedAlready() {
            super(Kind.CONFLICT, "one-link-per-type-and-time", Map.of());
        }
    }

    static final class LinkedToItself extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        LinkedToItself() {
            super(Kind.RULE, "link-leads-elsewhere", Map.of());
        }
    }

    static final class LinkNotFound extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        LinkNotFound() {
            super(Kind.NOT_FOUND, "organisation-link-not-found", Map.of());
        }
    }

    /// A deployment has one common root, made by the administrator whom the configuration names.
    static final class RootReserved extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        RootReserved() {
            super(Kind.FORBIDDEN, "root-reserved", Map.of());
        }
    }

    /// No organisation of this code is in reach.
    static final class UnknownParent extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        UnknownParent(String code) {
            super(Kind.RULE, "unknown-parent", Map.of("code", code));
        }
    }

    /// The code belongs to an organisation out of reach.
    static final class CodeTaken extends OrganisationProblem {
        private static final long serialVersionUID = 1L;

        CodeTaken() {
            super(Kind.CONFLICT, "one-organisation-per-code", Map.of());
        }
    }
}
