package vn.tiendo.registrations.exemplar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about good deeds.
abstract sealed class GoodDeedProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private GoodDeedProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class GoodDeedNotFound extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        GoodDeedNotFound() {
            super(Kind.NOT_FOUND, "good-deed-not-found", Map.of());
        }
    }

    static final class DoerUnclear extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        DoerUnclear() {
            super(Kind.RULE, "doer-unclear", Map.of());
        }
    }

    static final class DoerNotInUnit extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        DoerNotInUnit() {
            super(Kind.RULE, "doer-not-in-unit", Map.of());
        }
    }

    static final class DeedInTheFuture extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        DeedInTheFuture(LocalDate day) {
            super(Kind.RULE, "deed-in-the-future", Map.of("day", day));
        }
    }

    /// Proposed, examined, recognised, recorded: no step is skipped.
    static final class WrongGoodDeedStatus extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        WrongGoodDeedStatus(GoodDeedStatus actual, Set<GoodDeedStatus> needed) {
            super(
                    Kind.CONFLICT,
                    "wrong-good-deed-status",
                    Map.of("actual", actual, "needed", new TreeSet<>(needed).toString()));
        }
    }

    static final class ProposerCannotExamine extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        ProposerCannotExamine() {
            super(Kind.FORBIDDEN, "proposer-cannot-examine", Map.of());
        }
    }

    static final class OwnGoodDeed extends GoodDeedProblem {
        private static final long serialVersionUID = 1L;

        OwnGoodDeed() {
            super(Kind.FORBIDDEN, "own-good-deed", Map.of());
        }
    }
}
