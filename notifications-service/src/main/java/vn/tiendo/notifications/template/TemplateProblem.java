package vn.tiendo.notifications.template;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about templates.
abstract sealed class TemplateProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private TemplateProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class TemplateNotFound extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplateNotFound() {
            super(Kind.NOT_FOUND, "template-not-found", Map.of());
        }
    }

    /// @see TemplateEngine#fault
    static final class TemplateDoesNotRender extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplateDoesNotRender(String field, String fault) {
            super(Kind.RULE, "template-does-not-render", Map.of("field", field, "fault", fault));
        }
    }

    static final class ThinTextNamesContent extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        ThinTextNamesContent(String name) {
            super(Kind.RULE, "thin-text-names-content", Map.of("name", name));
        }
    }

    static final class TemplateWasPublished extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplateWasPublished() {
            super(Kind.CONFLICT, "template-was-published", Map.of());
        }
    }

    static final class TemplateIsPublished extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplateIsPublished() {
            super(Kind.CONFLICT, "template-is-published", Map.of());
        }
    }

    static final class TemplateIsNotPublished extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        TemplateIsNotPublished() {
            super(Kind.CONFLICT, "template-is-not-published", Map.of());
        }
    }

    /// The assignment to preview with is unknown or out of reach.
    static final class PreviewSubjectNotFound extends TemplateProblem {
        private static final long serialVersionUID = 1L;

        PreviewSubjectNotFound() {
            super(Kind.NOT_FOUND, "preview-subject-not-found", Map.of());
        }
    }
}
