package vn.tiendo.registrations.campaign;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about campaigns.
abstract sealed class CampaignProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private CampaignProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class CampaignNotFound extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        CampaignNotFound() {
            super(Kind.NOT_FOUND, "campaign-not-found", Map.of());
        }
    }

    static final class WrongCampaignStatus extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        WrongCampaignStatus(CampaignStatus actual, CampaignStatus needed) {
            super(Kind.CONFLICT, "wrong-campaign-status", Map.of("actual", actual, "needed", needed));
        }
    }

    /// Whoever is not written down yet would be missing from every percentage for good.
    static final class RosterBeingWritten extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        RosterBeingWritten() {
            super(Kind.CONFLICT, "roster-being-written", Map.of());
        }
    }

    static final class RosterInTheFuture extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        RosterInTheFuture(LocalDate day) {
            super(Kind.RULE, "roster-in-the-future", Map.of("day", day));
        }
    }

    static final class ReopeningInThePast extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        ReopeningInThePast(LocalDate day) {
            super(Kind.RULE, "reopening-in-the-past", Map.of("day", day));
        }
    }

    /// The plan was closed or recalled, and its campaigns with it.
    static final class PlanIsOver extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        PlanIsOver() {
            super(Kind.CONFLICT, "plan-is-over", Map.of());
        }
    }

    static final class CampaignUnitNotFound extends CampaignProblem {
        private static final long serialVersionUID = 1L;

        CampaignUnitNotFound() {
            super(Kind.NOT_FOUND, "campaign-unit-not-found", Map.of());
        }
    }
}
