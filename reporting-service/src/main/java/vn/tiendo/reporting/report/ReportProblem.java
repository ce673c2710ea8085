package vn.tiendo.reporting.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.FieldError;
import vn.tiendo.kit.problem.Kind;

/// Every way in which a report says no.
public abstract sealed class ReportProblem extends DomainProblem {

    private static final long serialVersionUID = 1L;

    private ReportProblem(Kind kind, String code, Map<String, ?> arguments) {
        super(kind, code, arguments);
    }

    private ReportProblem(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, Map.of(), errors);
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

    /// A value that cannot stand where it was put; the errors name the figure and why.
    static final class FigureDoesNotFit extends ReportProblem {
        private static final long serialVersionUID = 1L;

        FigureDoesNotFit(List<FieldError> errors) {
            super(Kind.RULE, "figure-does-not-fit", errors);
        }
    }

    /// The rules of the template find errors; they are those that the draft shows.
    static final class ReportInvalid extends ReportProblem {
        private static final long serialVersionUID = 1L;

        ReportInvalid(List<FieldError> errors) {
            super(Kind.RULE, "report-invalid", errors);
        }
    }

    /// Others have written the same fields meanwhile; nothing was changed, and theirs can be read.
    static final class FieldsChangedMeanwhile extends ReportProblem {
        private static final long serialVersionUID = 1L;

        FieldsChangedMeanwhile(List<String> fields) {
            super(
                    Kind.STALE,
                    "fields-changed-meanwhile",
                    fields.stream()
                            .map(field -> new FieldError(field, "changed-meanwhile"))
                            .toList());
        }
    }

    /// Its days have not begun.
    static final class PeriodNotOpen extends ReportProblem {
        private static final long serialVersionUID = 1L;

        PeriodNotOpen(LocalDate opensOn) {
            super(Kind.CONFLICT, "period-not-open", Map.of("opensOn", opensOn));
        }
    }

    static final class OrganisationEnded extends ReportProblem {
        private static final long serialVersionUID = 1L;

        OrganisationEnded(LocalDate lastDay) {
            super(Kind.CONFLICT, "organisation-ended", Map.of("lastDay", lastDay));
        }
    }

    static final class PlanNotFound extends ReportProblem {
        private static final long serialVersionUID = 1L;

        PlanNotFound() {
            super(Kind.NOT_FOUND, "plan-not-found", Map.of());
        }
    }

    /// Reports go up: to an organisation above, or to a board of one.
    static final class RecipientNotAbove extends ReportProblem {
        private static final long serialVersionUID = 1L;

        RecipientNotAbove(String field) {
            super(Kind.RULE, "recipient-not-above", List.of(new FieldError(field, "not-above")));
        }
    }

    static final class FigureNotFound extends ReportProblem {
        private static final long serialVersionUID = 1L;

        FigureNotFound(String code) {
            super(Kind.NOT_FOUND, "figure-not-found", Map.of("code", code));
        }
    }

    /// It was typed by hand, or reckoned from other figures.
    static final class FigureWithoutFacts extends ReportProblem {
        private static final long serialVersionUID = 1L;

        FigureWithoutFacts(String code) {
            super(Kind.CONFLICT, "figure-without-facts", Map.of("code", code));
        }
    }

    static final class NothingRestated extends ReportProblem {
        private static final long serialVersionUID = 1L;

        NothingRestated() {
            super(Kind.RULE, "nothing-restated", Map.of());
        }
    }
}
