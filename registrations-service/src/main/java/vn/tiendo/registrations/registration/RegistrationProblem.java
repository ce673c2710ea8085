package vn.tiendo.registrations.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.registrations.campaign.CampaignStatus;

/// The refusals about registrations.
abstract sealed class RegistrationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private RegistrationProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private RegistrationProblem(Kind kind, String code, Map<String, ?> arguments, List<FieldError> errors) {
        super(kind, code, arguments, errors);
    }

    static final class RegistrationNotFound extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        RegistrationNotFound() {
            super(Kind.NOT_FOUND, "registration-not-found", Map.of());
        }
    }

    /// Nobody accepts or returns an own registration.
    static final class OwnRegistration extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        OwnRegistration() {
            super(Kind.FORBIDDEN, "own-registration", Map.of());
        }
    }

    /// A registration is written by its member.
    static final class NotOwnRegistration extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        NotOwnRegistration() {
            super(Kind.FORBIDDEN, "not-own-registration", Map.of());
        }
    }

    static final class CampaignNotOpen extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        CampaignNotOpen(CampaignStatus actual) {
            super(Kind.CONFLICT, "campaign-not-open", Map.of("actual", actual));
        }
    }

    static final class WrongRegistrationStatus extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        WrongRegistrationStatus(RegistrationStatus actual, Set<RegistrationStatus> needed) {
            super(
                    Kind.CONFLICT,
                    "wrong-registration-status",
                    Map.of("actual", actual, "needed", new TreeSet<>(needed).toString()));
        }
    }

    static final class ContentIncomplete extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ContentIncomplete(List<String> sections) {
            super(
                    Kind.RULE,
                    "content-incomplete",
                    Map.of("sections", String.join(", ", sections)),
                    sections.stream()
                            .map(section -> new FieldError("content." + section, "required"))
                            .toList());
        }
    }

    static final class ReturnDateInThePast extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ReturnDateInThePast(LocalDate day) {
            super(Kind.RULE, "return-date-in-the-past", Map.of("day", day));
        }
    }
}
