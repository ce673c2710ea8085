package vn.tiendo.registrations.consent;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about consents.
abstract sealed class ConsentProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ConsentProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ConsentGivenAlready extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentGivenAlready() {
            super(Kind.CONFLICT, "consent-given-already", Map.of());
        }
    }

    static final class NoConsentGiven extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        NoConsentGiven() {
            super(Kind.CONFLICT, "no-consent-given", Map.of());
        }
    }

    /// Nobody consents to words that were not shown.
    static final class ConsentTextOutdated extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentTextOutdated(int shown, int inForce) {
            super(Kind.CONFLICT, "consent-text-outdated", Map.of("shown", shown, "inForce", inForce));
        }
    }

    /// A paper that was signed before the last withdrawal revives nothing.
    static final class ConsentWithdrawnSince extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentWithdrawnSince(LocalDate day) {
            super(Kind.CONFLICT, "consent-withdrawn-since", Map.of("day", day));
        }
    }

    static final class ConsentEvidenceNeeded extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentEvidenceNeeded() {
            super(Kind.RULE, "consent-evidence-needed", Map.of());
        }
    }

    static final class ConsentDayToCome extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentDayToCome(LocalDate day) {
            super(Kind.RULE, "consent-day-to-come", Map.of("day", day));
        }
    }

    static final class NoConsentText extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        NoConsentText(LocalDate day) {
            super(Kind.RULE, "no-consent-text", Map.of("day", day));
        }
    }

    /// What was in force before is not rewritten.
    static final class ConsentTextTooEarly extends ConsentProblem {
        private static final long serialVersionUID = 1L;

        ConsentTextTooEarly(int number, LocalDate since) {
            super(Kind.CONFLICT, "consent-text-too-early", Map.of("number", number, "since", since));
        }
    }
}
