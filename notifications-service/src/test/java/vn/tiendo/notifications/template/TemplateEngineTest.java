package vn.tiendo.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEngineTest {

    private static final Set<String> NAMES = Set.of("subject", "days", "after");
    private static final Map<String, Object> VALUES =
            Map.of("subject", "<b>Báo cáo</b> & \"ý kiến\" {days}", "days", 3L, "after", true);

    @Test
    void it_names_values_and_chooses_between_parts() {
        assertThat(TemplateEngine.plain("{#if after}Quá hạn {days} ngày{#else}Còn {days} ngày{/if}", VALUES))
                .isEqualTo("Quá hạn 3 ngày");
    }

    @Test
    void plain_text_stays_as_it_is_and_what_a_value_says_is_not_read_as_a_template() {
        assertThat(TemplateEngine.plain("{subject}", VALUES)).isEqualTo("<b>Báo cáo</b> & \"ý kiến\" {days}");
    }

    @Test
    void in_a_page_values_are_escaped() {
        assertThat(TemplateEngine.html("<p>{subject}</p>", VALUES))
                .isEqualTo("<p>&lt;b&gt;Báo cáo&lt;/b&gt; &amp; &quot;ý kiến&quot; {days}</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{subject.length}",
                "{subject.getClass()}",
                "{subject.class.name}",
                "{days.intValue}",
                "{config:secret}",
                "{inject:entities}",
                "{str:concat(subject)}",
                "{subject.raw}",
                "{subject ?: 'x'}",
                "{holder}",
                "{#each subject}{it}{/each}",
                "{#for one in subject}{one}{/for}",
                "{#include other /}",
                "{#let x=subject}{x}{/let}",
                "{#if subject.isEmpty()}x{/if}",
                "{#if days",
                "{#unknown}{/unknown}"
            })
    void everything_else_is_refused_before_it_is_kept(String text) {
        assertThat(TemplateEngine.fault(text, NAMES)).as(text).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{subject.length}", "{subject.getClass()}", "{holder}", "{subject.raw}"})
    void and_would_not_render_if_it_were_kept(String text) {
        assertThatThrownBy(() -> TemplateEngine.plain(text, VALUES)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{subject}: {days}", "no value at all", "{#if days > 3}lâu{#else}gấp{/if}", "{#if !after}x{/if}"
            })
    void what_names_known_values_is_kept(String text) {
        assertThat(TemplateEngine.fault(text, NAMES)).as(text).isEmpty();
    }

    @Test
    void a_title_stays_one_bearable_line_whatever_the_values_say() {
        var words = new Words("Báo cáo\r\nBcc: all@example.vn " + "x".repeat(300), "text", "thin");
        assertThat(words.title()).startsWith("Báo cáo Bcc: all@example.vn xxx").hasSize(160);
    }
}
