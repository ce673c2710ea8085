package vn.tiendo.plans.feed;

import java.util.Map;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every refusal about calendar feeds.
abstract sealed class CalendarFeedProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private CalendarFeedProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class CalendarFeedNotFound extends CalendarFeedProblem {
        private static final long serialVersionUID = 1L;

        CalendarFeedNotFound() {
            super(Kind.NOT_FOUND, "calendar-feed-not-found", Map.of());
        }
    }

    static final class TooManyCalendarFeeds extends CalendarFeedProblem {
        private static final long serialVersionUID = 1L;

        TooManyCalendarFeeds(int most) {
            super(Kind.CONFLICT, "too-many-calendar-feeds", Map.of("most", Integer.toString(most)));
        }
    }

    static final class CalendarFeedsMadeTooOften extends CalendarFeedProblem {
        private static final long serialVersionUID = 1L;

        CalendarFeedsMadeTooOften(int most) {
            super(Kind.CONFLICT, "calendar-feeds-made-too-often", Map.of("most", Integer.toString(most)));
        }
    }
}
