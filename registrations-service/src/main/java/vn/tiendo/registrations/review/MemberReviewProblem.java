package vn.tiendo.registrations.review;

import java.time.LocalDate;
import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// The refusals about member reviews.
abstract sealed class MemberReviewProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private MemberReviewProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class MemberReviewNotFound extends MemberReviewProblem {
        private static final long serialVersionUID = 1L;

        MemberReviewNotFound() {
            super(Kind.NOT_FOUND, "member-review-not-found", Map.of());
        }
    }

    static final class ReviewDayOutOfYear extends MemberReviewProblem {
        private static final long serialVersionUID = 1L;

        ReviewDayOutOfYear(LocalDate day, int year, LocalDate last) {
            super(
                    Kind.RULE,
                    "review-day-out-of-year",
                    Map.of("day", day, "year", Integer.toString(year), "last", last));
        }
    }

    static final class ReviewCancelled extends MemberReviewProblem {
        private static final long serialVersionUID = 1L;

        ReviewCancelled() {
            super(Kind.CONFLICT, "review-cancelled", Map.of());
        }
    }

    /// Nobody strikes out the record of an own review.
    static final class OwnReview extends MemberReviewProblem {
        private static final long serialVersionUID = 1L;

        OwnReview() {
            super(Kind.FORBIDDEN, "own-review", Map.of());
        }
    }
}
