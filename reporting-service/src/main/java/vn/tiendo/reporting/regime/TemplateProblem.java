package vn.tiendo.reporting.regime;

import java.util.List;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;

/// The refusals around regimes and templates.
public abstract sealed class TemplateProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private TemplateProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private TemplateProblem(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, Map.of(), errors);
    }

    static final class RegimeNotFound extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        RegimeNotFound() {
            super(Kind.NOT_FOUND, "report-regime-not-found", Map.of());
        }
    }

    /// There is none, it is out of reach, or it belongs to another sort of reports.
    public static final class TemplateNotFound extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        public TemplateNotFound() {
            super(Kind.NOT_FOUND, "report-template-not-found", Map.of());
        }
    }

    /// Reports are written with it; a change needs a version of its own.
    static final class TemplatePublished extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplatePublished(int number) {
            super(Kind.CONFLICT, "template-published", Map.of("number", number));
        }
    }

    static final class InconsistentTemplate extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        InconsistentTemplate(List<FieldError> errors) {
            super(Kind.RULE, "inconsistent-template", errors);
        }
    }
}
