package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeProblemTest {

    @ParameterizedTest
    @EnumSource
    void every_code_has_sentences_in_both_languages(EdgeProblem.Code code) {
        var vietnamese =
                EdgeProblem.of(code).document(Locale.of("vi"), "request-1").toJsonObject();
        var english = EdgeProblem.of(code).document(Locale.ENGLISH, "request-1").toJsonObject();
        assertThat(vietnamese.getString("type")).isEqualTo("/problems/" + code.key());
        assertThat(vietnamese.getString("title")).isNotBlank().isNotEqualTo(english.getString("title"));
        assertThat(vietnamese.getString("detail")).isNotBlank().isNotEqualTo(english.getString("detail"));
        assertThat(english.getString("traceId")).isEqualTo("request-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                | vi",
                "en                  | en",
                "en-GB,vi;q=0.9      | en",
                "vi;q=0.5,en;q=0.9   | en",
                "fr, vi;q=0.1        | vi",
                "fr                  | vi",
                "*                   | vi",
                ";;q=x               | vi",
            })
    void vietnamese_unless_english_is_preferred(String header, String language) {
        assertThat(EdgeProblem.preferred(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void waiting_times_are_rounded_up_to_whole_seconds() {
        var problem = EdgeProblem.of(EdgeProblem.Code.TOO_MANY_REQUESTS, Duration.ofMillis(1_200));
        assertThat(problem.headers(Locale.ENGLISH)).containsEntry("Retry-After", "2");
    }
}
