package vn.tiendo.registrations.form;

import java.util.List;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;

/// The refusals about forms.
abstract sealed class FormProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private FormProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private FormProblem(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, Map.of(), errors);
    }

    static final class FormNotFound extends FormProblem {
        private static final long serialVersionUID = 1L;

        FormNotFound() {
            super(Kind.NOT_FOUND, "form-not-found", Map.of());
        }
    }

    /// What registrations are written on does not change under them.
    static final class FormPublished extends FormProblem {
        private static final long serialVersionUID = 1L;

        FormPublished() {
            super(Kind.CONFLICT, "form-published", Map.of());
        }
    }

    static final class FormNotPublished extends FormProblem {
        private static final long serialVersionUID = 1L;

        FormNotPublished() {
            super(Kind.CONFLICT, "form-not-published", Map.of());
        }
    }

    /// The definition contradicts itself.
    static final class FormInconsistent extends FormProblem {
        private static final long serialVersionUID = 1L;

        FormInconsistent(List<FieldError> errors) {
            super(Kind.RULE, "form-inconsistent", errors);
        }
    }
}
