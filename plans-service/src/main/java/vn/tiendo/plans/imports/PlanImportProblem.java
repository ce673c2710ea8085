package vn.tiendo.plans.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.plans.imports.reader.UnreadableDocument;

/// Every refusal about documents that are to become plans.
abstract sealed class PlanImportProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private PlanImportProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private PlanImportProblem(Kind kind, String code, Map<String, ?> arguments, List<FieldError> errors) {
        super(kind, code, arguments, errors);
    }

    static final class PlanImportNotFound extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        PlanImportNotFound() {
            super(Kind.NOT_FOUND, "plan-import-not-found", Map.of());
        }
    }

    /// No text can be had from the file; the code says why.
    static final class Unreadable extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        Unreadable(UnreadableDocument.Reason reason) {
            super(reason == UnreadableDocument.Reason.TOO_LARGE ? Kind.TOO_LARGE : Kind.RULE, reason.code(), Map.of());
        }
    }

    /// As many documents as this replica reads at a time are being read.
    static final class ImportsBusy extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        ImportsBusy() {
            super(Kind.UNAVAILABLE, "plan-imports-busy", Map.of());
        }
    }

    /// Who confirms nothing and deletes nothing does not fill the disk.
    static final class TooManyOpenImports extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        TooManyOpenImports(int most) {
            super(Kind.CONFLICT, "too-many-open-imports", Map.of("most", most));
        }
    }

    static final class NotReadYet extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        NotReadYet() {
            super(Kind.CONFLICT, "plan-import-not-read-yet", Map.of());
        }
    }

    static final class AlreadyConfirmed extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        AlreadyConfirmed(UUID plan) {
            super(Kind.CONFLICT, "plan-import-already-confirmed", Map.of("plan", plan));
        }
    }

    /// What the document does not say and no person has added yet, field by field.
    static final class ImportIncomplete extends PlanImportProblem {
        private static final long serialVersionUID = 1L;

        ImportIncomplete(List<FieldError> missing) {
            super(Kind.RULE, "plan-import-incomplete", Map.of("count", missing.size()), missing);
        }
    }
}
