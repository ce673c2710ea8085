package vn.tiendo.plans.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of the design: what each kind opens, which fact fulfils it, and whether a person may mark it.
class ObligationKindTest {

    private static final String TABLE = """
            STUDY_SESSION           | ASSIGNMENT | ACTIVITIES    | true
            STUDY_MATERIAL          | ASSIGNMENT | HAND          | true
            COLLECTIVE_PLAN         | ASSIGNMENT | PLAN          | true
            PLAN_SUBMISSION         | ASSIGNMENT | PLAN          | true
            INDIVIDUAL_REGISTRATION | CAMPAIGN   | REGISTRATIONS | false
            THEME_SELECTION         | ASSIGNMENT | THEME         | true
            THEMATIC_MEETING        | ASSIGNMENT | ACTIVITIES    | true
            MEMBER_REVIEW           | ASSIGNMENT | ACTIVITIES    | true
            BREAKTHROUGH_TASK       | ASSIGNMENT | PLAN          | true
            INSPECTION              | ASSIGNMENT | ACTIVITIES    | true
            SUPERVISION             | ASSIGNMENT | ACTIVITIES    | true
            EXEMPLAR_NOMINATION     | ASSIGNMENT | NOMINATIONS   | true
            COMMENDATION            | ASSIGNMENT | HAND          | true
            FLAG_CEREMONY           | ASSIGNMENT | ACTIVITIES    | true
            GOOD_DEED_ROLL          | ASSIGNMENT | HAND          | true
            ETHICS_STANDARD_REVIEW  | ASSIGNMENT | HAND          | true
            REGULATION_REVIEW       | ASSIGNMENT | HAND          | true
            EXEMPLARY_CONDUCT       | NOTHING    | HAND          | true
            PROPAGANDA              | ASSIGNMENT | HAND          | true
            PUBLIC_CRITICISM        | NOTHING    | HAND          | true
            CREATIVE_AWARD          | ASSIGNMENT | HAND          | true
            EDUCATION_PROGRAM       | ASSIGNMENT | HAND          | true
            RESULT_REPORT           | ASSIGNMENT | REPORT        | false
            PERIODIC_REPORT         | ASSIGNMENT | REPORT        | false
            INTERIM_REVIEW          | ASSIGNMENT | ACTIVITIES    | true
            INTERIM_REVIEW_REPORT   | ASSIGNMENT | REPORT        | false
            FINAL_REVIEW_REPORT     | ASSIGNMENT | REPORT        | false
            EXEMPTION_RULE          | RULE       | HAND          | true
            EXEMPT_LIST_REPORT      | ASSIGNMENT | REPORT        | false
            INCIDENT_REPORT         | NOTHING    | REPORT        | false
            EVALUATION_CRITERION    | RULE       | HAND          | true
            RATING                  | ASSIGNMENT | HAND          | true
            ASSIGNMENT              | NOTHING    | HAND          | true
            MONITORING              | NOTHING    | HAND          | true
            FUNDING                 | NOTHING    | HAND          | true
            DOCUMENT_ISSUANCE       | ASSIGNMENT | HAND          | true
            DOSSIER_SUBMISSION      | ASSIGNMENT | HAND          | true
            ORG_REGISTRATION        | ASSIGNMENT | HAND          | true
            EVENT                   | ASSIGNMENT | ACTIVITIES    | true
            GENERIC_TASK            | ASSIGNMENT | HAND          | true
            """;

    @Test
    void every_kind_has_its_row() {
        var rows = TABLE.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[0].strip(),
                        cells -> cells[1].strip() + " " + cells[2].strip() + " " + cells[3].strip()));
        Map<String, String> kinds = Arrays.stream(ObligationKind.values())
                .collect(Collectors.toMap(
                        ObligationKind::name,
                        kind -> kind.opens() + " " + kind.fulfilment() + " " + kind.mayBeMarkedByHand(),
                        (one, other) -> one));
        assertThat(kinds).isEqualTo(rows).hasSize(40);
    }

    /// The target lies between the least and the most.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1,-,-,false",
                "1,2,-,false",
                "2,2,-,false",
                "3,2,-,true",
                "2,-,3,false",
                "4,-,3,true",
                "-,2,3,true",
                "2,4,3,false"
            })
    void counts_that_contradict_are_found(Integer least, Integer most, Integer target, boolean contradict) {
        assertThat(new Counts(least, most, target, "lần", null).contradict()).isEqualTo(contradict);
    }

    @Test
    void periods_have_the_months_of_the_year() {
        assertThat(Arrays.stream(Counts.Period.values())
                        .collect(Collectors.toMap(Function.identity(), Counts.Period::months)))
                .isEqualTo(Map.of(
                        Counts.Period.MONTH, 1,
                        Counts.Period.QUARTER, 3,
                        Counts.Period.HALF_YEAR, 6,
                        Counts.Period.YEAR, 12));
    }
}
