package vn.tiendo.plans.post;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about posts.
abstract sealed class PostProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private PostProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class PostNotFound extends PostProblem {
        private static final long serialVersionUID = 1L;

        PostNotFound() {
            super(Kind.NOT_FOUND, "post-not-found", Map.of());
        }
    }

    static final class PostAlreadyEnds extends PostProblem {
        private static final long serialVersionUID = 1L;

        PostAlreadyEnds(LocalDate lastDay) {
            super(Kind.CONFLICT, "post-already-ends", Map.of("lastDay", lastDay));
        }
    }

    static final class PostPeriodReversed extends PostProblem {
        private static final long serialVersionUID = 1L;

        PostPeriodReversed() {
            super(Kind.RULE, "post-period-reversed", Map.of());
        }
    }

    /// Nobody gives rights to oneself.
    static final class OwnPost extends PostProblem {
        private static final long serialVersionUID = 1L;

        OwnPost() {
            super(Kind.FORBIDDEN, "own-post", Map.of());
        }
    }

    /// A deputy stands in at the same organisation and in the same role.
    static final class DeputyElsewhere extends PostProblem {
        private static final long serialVersionUID = 1L;

        DeputyElsewhere() {
            super(Kind.RULE, "deputy-elsewhere", Map.of());
        }
    }
}
