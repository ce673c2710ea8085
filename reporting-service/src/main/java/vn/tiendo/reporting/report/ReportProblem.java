package vn.tiendo.reporting.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;

/// Every way in which a report says no.
abstract sealed class ReportProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ReportProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    static final class ReportNotFound extends ReportProblem {
        private static final long serialVersionUID = 1L;

        ReportNotFound() {
            super(Kind.NOT_FOUND, "report-not-found", Map.of());
        }
    }

    static final class WrongReportStatus extends ReportProblem {
        private static final long serialVersionUID = 1L;

        WrongReportStatus(ReportStatus actual, List<ReportStatus> needed) {
            super(
                    Kind.CONFLICT,
                    "wrong-report-status",
                    Map.of(
                            "actual",
                            actual,
                            "needed",
                            needed.stream().map(ReportStatus::name).collect(Collectors.joining(", "))));
        }
    }

    static final class ReportIncomplete extends ReportProblem {
        private static final long serialVersionUID = 1L;

        ReportIncomplete() {
            super(Kind.RULE, "report-incomplete", Map.of("section", "results"));
        }
    }

    static final class DuplicateFigure extends ReportProblem {
        private static final long serialVersionUID = 1L;

        DuplicateFigure(String code) {
            super(Kind.RULE, "duplicate-figure", Map.of("code", code));
        }
    }

    /// Who handed a report in does not accept it.
    static final class OwnReport extends ReportProblem {
        private static final long serialVersionUID = 1L;

        OwnReport() {
            super(Kind.FORBIDDEN, "own-report", Map.of());
        }
    }

    static final class NoViaBody extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NoViaBody() {
            super(Kind.CONFLICT, "no-via-body", Map.of());
        }
    }

    static final class NotTheViaBody extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NotTheViaBody() {
            super(Kind.FORBIDDEN, "not-the-via-body", Map.of());
        }
    }

    static final class NotTheRecipient extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NotTheRecipient() {
            super(Kind.FORBIDDEN, "not-the-recipient", Map.of());
        }
    }

    static final class ReturnDayTooEarly extends ReportProblem {
        private static final long serialVersionUID = 1L;

        ReturnDayTooEarly(LocalDate today) {
            super(Kind.RULE, "return-day-too-early", Map.of("today", today));
        }
    }
}
