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

    /// The same holder has the same role there already on some of these days.
    static final class PostOverlaps extends PostProblem {
        private static final long serialVersionUID = 1L;

        PostOverlaps() {
            super(Kind.CONFLICT, "a-holder-has-a-post-once-at-a-time", Map.of());
        }
    }

    static final class AbsenceNotFound extends PostProblem {
        private static final long serialVersionUID = 1L;

        AbsenceNotFound() {
            super(Kind.NOT_FOUND, "absence-not-found", Map.of());
        }
    }

    static final class AbsenceReversed extends PostProblem {
        private static final long serialVersionUID = 1L;

        AbsenceReversed() {
            super(Kind.RULE, "absence-reversed", Map.of());
        }
    }

    static final class AbsenceOutsidePost extends PostProblem {
        private static final long serialVersionUID = 1L;

        AbsenceOutsidePost() {
            super(Kind.RULE, "absence-outside-post", Map.of());
        }
    }

    static final class AbsenceOverlaps extends PostProblem {
        private static final long serialVersionUID = 1L;

        AbsenceOverlaps() {
            super(Kind.CONFLICT, "absence-overlaps", Map.of());
        }
    }

    /// The holder has no post of that role there during the time of the deputy.
    static final class NobodyToStandInFor extends PostProblem {
        private static final long serialVersionUID = 1L;

        NobodyToStandInFor(String subject) {
            super(Kind.RULE, "nobody-to-stand-in-for", Map.of("subject", subject));
        }
    }

    static final class UnknownPlace extends PostProblem {
        private static final long serialVersionUID = 1L;

        UnknownPlace(String organisation) {
            super(Kind.RULE, "unknown-organisation", Map.of("organisation", organisation));
        }
    }
}
