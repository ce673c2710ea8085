package vn.tiendo.registrations.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.registrations.campaign.CampaignStatus;

/// The refusals about registrations.
abstract sealed class RegistrationProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    /// That of the kit: who sends an older version is refused alike everywhere, and learns more here.
    private static final String STALE_VERSION = "stale-version";

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

    /// @param wanting one entry per field, named from `content.` on
    static final class ContentIncomplete extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ContentIncomplete(List<FieldError> wanting) {
            super(
                    Kind.RULE,
                    "content-incomplete",
                    Map.of(
                            "sections",
                            wanting.stream()
                                    .map(error -> error.field().substring("content.".length()))
                                    .collect(Collectors.joining(", "))),
                    wanting);
        }
    }

    static final class GraceOver extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        GraceOver(LocalDate lastDay) {
            super(Kind.CONFLICT, "grace-over", Map.of("day", lastDay));
        }
    }

    /// What was submitted once keeps the version of the form it was written on.
    static final class OtherForm extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        OtherForm(UUID kept) {
            super(Kind.CONFLICT, "other-form", Map.of("form", kept));
        }
    }

    static final class NothingToConfirm extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        NothingToConfirm() {
            super(Kind.CONFLICT, "nothing-to-confirm", Map.of());
        }
    }

    /// Entered by somebody else: neither a scan of the paper nor the word of the member is there.
    static final class ProxyUnproven extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ProxyUnproven() {
            super(Kind.CONFLICT, "proxy-unproven", Map.of());
        }
    }

    static final class NotAssessed extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        NotAssessed() {
            super(Kind.CONFLICT, "not-assessed", Map.of());
        }
    }

    /// The collective has had its say on the self-assessment.
    static final class AlreadyCommented extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        AlreadyCommented() {
            super(Kind.CONFLICT, "already-commented", Map.of());
        }
    }

    static final class NotRated extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        NotRated() {
            super(Kind.CONFLICT, "not-rated", Map.of());
        }
    }

    static final class NothingToCopy extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        NothingToCopy() {
            super(Kind.CONFLICT, "nothing-to-copy", Map.of());
        }
    }

    static final class RevisionNotFound extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        RevisionNotFound() {
            super(Kind.NOT_FOUND, "revision-not-found", Map.of());
        }
    }

    static final class FileNotFound extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        FileNotFound() {
            super(Kind.NOT_FOUND, "registration-file-not-found", Map.of());
        }
    }

    static final class ItemsWrong extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ItemsWrong(List<FieldError> errors) {
            super(Kind.RULE, "items-wrong", Map.of(), errors);
        }
    }

    /// Somebody, perhaps the same person elsewhere, has saved another text meanwhile. Only its own member learns of it.
    static final class DraftConflict extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> both;

        private DraftConflict(Map<String, Object> both) {
            super(Kind.STALE, STALE_VERSION, Map.of());
            this.both = both;
        }

        static DraftConflict between(Registration registration, ObjectNode sent) {
            return new DraftConflict(Map.of("conflict", RegistrationApi.Conflict.between(registration, sent)));
        }

        @Override
        public Map<String, Object> extensions() {
            return both;
        }
    }

    static final class ReturnDateInThePast extends RegistrationProblem {
        private static final long serialVersionUID = 1L;

        ReturnDateInThePast(LocalDate day) {
            super(Kind.RULE, "return-date-in-the-past", Map.of("day", day));
        }
    }
}
