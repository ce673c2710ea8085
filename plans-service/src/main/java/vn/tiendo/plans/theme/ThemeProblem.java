package vn.tiendo.plans.theme;

import java.util.Map;
import java.util.UUID;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about themes.
abstract sealed class ThemeProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ThemeProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ThemeNotFound extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        ThemeNotFound() {
            super(Kind.NOT_FOUND, "theme-not-found", Map.of());
        }
    }

    /// The years or the plan given do not fit the scope.
    static final class ThemeSpanUnclear extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        ThemeSpanUnclear() {
            super(Kind.RULE, "theme-span-unclear", Map.of());
        }
    }

    static final class TermsOverlap extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        TermsOverlap(int from, int to) {
            super(Kind.CONFLICT, "terms-overlap", Map.of("from", from, "to", to));
        }
    }

    /// No plan that binds the unit leaves the choice to it.
    static final class OwnThemeNotAllowed extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        OwnThemeNotAllowed() {
            super(Kind.RULE, "own-theme-not-allowed", Map.of());
        }
    }

    /// The unit owes the plan no selection of a theme by that obligation.
    static final class NoThemeToSelect extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        NoThemeToSelect() {
            super(Kind.RULE, "no-theme-to-select", Map.of());
        }
    }

    static final class UnknownTheme extends ThemeProblem {
        private static final long serialVersionUID = 1L;

        UnknownTheme(UUID theme) {
            super(Kind.RULE, "unknown-theme", Map.of("theme", theme));
        }
    }
}
