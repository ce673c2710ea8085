package vn.tiendo.notifications.preference;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about preferences.
abstract sealed class PreferenceProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private PreferenceProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class MandatoryStaysOn extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        MandatoryStaysOn(Category category, ChannelKind channel) {
            super(Kind.RULE, "mandatory-stays-on", Map.of("category", category, "channel", channel));
        }
    }

    static final class StandsTwice extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        StandsTwice(String what) {
            super(Kind.RULE, "preference-stands-twice", Map.of("what", what));
        }
    }

    static final class DigestIncomplete extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        DigestIncomplete(Category category) {
            super(Kind.RULE, "digest-incomplete", Map.of("category", category));
        }
    }

    static final class DefaultNotFound extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        DefaultNotFound() {
            super(Kind.NOT_FOUND, "preference-default-not-found", Map.of());
        }
    }

    static final class DefaultHasEnded extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        DefaultHasEnded() {
            super(Kind.CONFLICT, "preference-default-has-ended", Map.of());
        }
    }

    static final class DefaultEndsBeforeItBegins extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        DefaultEndsBeforeItBegins() {
            super(Kind.RULE, "preference-default-ends-before-it-begins", Map.of());
        }
    }

    /// Not made by this deployment, or changed on its way.
    static final class UnsubscribeLinkUnfit extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        UnsubscribeLinkUnfit() {
            super(Kind.NOT_FOUND, "unsubscribe-link-unfit", Map.of());
        }
    }

    static final class UnsubscribeLinkExpired extends PreferenceProblem {
        private static final long serialVersionUID = 1L;

        UnsubscribeLinkExpired() {
            super(Kind.CONFLICT, "unsubscribe-link-expired", Map.of());
        }
    }
}
