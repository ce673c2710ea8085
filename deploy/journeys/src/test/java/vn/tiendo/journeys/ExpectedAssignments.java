package vn.tiendo.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who owes what by when, reckoned from the sample's files and the rules of the design alone, without a line of the
/// services' code.
final class ExpectedAssignments {
    private static final Set<String> OPEN_NOTHING = Set.of(
            "EXEMPTION_RULE",
            "EVALUATION_CRITERION",
            "EXEMPLARY_CONDUCT",
            "PUBLIC_CRITICISM",
            "INCIDENT_REPORT",
            "ASSIGNMENT",
            "MONITORING",
            "FUNDING");
    private static final String NO_DAY = "undated";

    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, List<String>> debtors;

    ExpectedAssignments(JsonNode document, Map<String, List<String>> debtors) {
        this.from = LocalDate.parse(document.path("periodFrom").asText());
        this.to = LocalDate.parse(document.path("periodTo").asText());
        this.debtors = debtors;
    }

    /// One line per assignment: obligation, organisation, the first instant that is too late.
    List<String> of(JsonNode extracted) {
        var lines = new ArrayList<String>();
        for (var obligation : extracted.path("obligations")) {
            if (!opens(obligation)) continue;
            var code = obligation.path("id").asText();
            for (var organisation : debtors.getOrDefault(code, List.of())) {
                for (var due : dueInstants(obligation)) lines.add(code + " " + organisation + " " + due);
            }
        }
        lines.sort(null);
        return lines;
    }

    private static boolean opens(JsonNode obligation) {
        boolean counted = obligation.hasNonNull("minCount")
                || obligation.hasNonNull("maxCount")
                || obligation.hasNonNull("targetCount");
        var deadline = obligation.path("deadline");
        boolean ongoing = deadline.path("type").asText().equals("ONGOING");
        return !OPEN_NOTHING.contains(obligation.path("kind").asText())
                && !obligation.path("form").asText().equals("APPROVAL_RULE")
                && (obligation.path("tier").asText().equals("CORE") || deadline.isObject() || counted)
                && (!ongoing || counted);
    }

    private List<String> dueInstants(JsonNode obligation) {
        var deadline = obligation.path("deadline");
        var recurrence = deadline.path("recurrence");
        boolean day = recurrence.has("day");
        if (obligation.path("perPeriod").asText().equals("YEAR")
                && (!deadline.isObject() || (deadline.path("type").asText().equals("RECURRING") && !day)))
            return repeat(years());
        return switch (deadline.path("type").asText("")) {
            case "BEFORE_DATE" -> yearlyOr(deadline, -1);
            case "BY_DATE" -> yearlyOr(deadline, 0);
            case "WITHIN_PERIOD" -> {
                var last = LocalDate.parse(deadline.path("to").asText());
                yield recurrence.path("freq").asText().equals("YEARLY")
                        ? eachYear().stream()
                                .map(year -> after(
                                        YearMonth.of(year, last.getMonth()).atEndOfMonth()))
                                .toList()
                        : List.of(after(last));
            }
            case "RECURRING" ->
                switch (recurrence.path("freq").asText()) {
                    case "MONTHLY" -> repeat(12 * years());
                    case "QUARTERLY" -> repeat(4 * years());
                    case "HALF_YEARLY" -> repeat(2 * years());
                    case "YEARLY" -> repeat(years());
                    case "EVERY_3_YEARS" -> repeat(Math.max(1, years() / 3)); // when three years are over
                    default -> repeat(1);
                };
            case "END_OF_PERIOD", "ANCHORED", "RELATIVE", "ONGOING" ->
                repeat(recurrence.path("freq").asText().equals("YEARLY") ? years() : 1);
            default -> repeat(1);
        };
    }

    private List<String> yearlyOr(JsonNode deadline, int daysFromNamed) {
        var recurrence = deadline.path("recurrence");
        if (!recurrence.path("freq").asText().equals("YEARLY"))
            return List.of(after(LocalDate.parse(deadline.path("date").asText()).plusDays(daysFromNamed)));
        return eachYear().stream()
                .map(year -> {
                    var month = YearMonth.of(year, recurrence.path("month").asInt());
                    var named = month.atDay(Math.min(recurrence.path("day").asInt(), month.lengthOfMonth()));
                    return after(named.plusDays(daysFromNamed));
                })
                .toList();
    }

    /// Midnight in Vietnam after the last on-time day.
    private static String after(LocalDate lastDay) {
        return lastDay + "T17:00:00Z";
    }

    private static List<String> repeat(int times) {
        return java.util.Collections.nCopies(times, NO_DAY);
    }

    private int years() {
        return to.getYear() - from.getYear() + 1;
    }

    private List<Integer> eachYear() {
        return java.util.stream.IntStream.rangeClosed(from.getYear(), to.getYear())
                .boxed()
                .toList();
    }

    /// The same line for an assignment that the system opened.
    static String line(String code, String organisation, JsonNode assignment) {
        return code + " " + organisation + " " + assignment.path("dueAt").asText(NO_DAY);
    }
}
