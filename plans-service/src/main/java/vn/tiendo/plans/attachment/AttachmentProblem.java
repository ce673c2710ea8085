package vn.tiendo.plans.attachment;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.plans.plan.PlanStatus;

/// Every refusal about the files of plans.
abstract sealed class AttachmentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private AttachmentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class DocumentNotFound extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentNotFound() {
            super(Kind.NOT_FOUND, "document-not-found", Map.of());
        }
    }

    /// What binds others does not change behind their backs.
    static final class DocumentsFrozen extends AttachmentProblem {
        private static final long serialVersionUID = 1L;

        DocumentsFrozen(PlanStatus status) {
            super(Kind.CONFLICT, "documents-frozen", Map.of("status", status));
        }
    }
}
