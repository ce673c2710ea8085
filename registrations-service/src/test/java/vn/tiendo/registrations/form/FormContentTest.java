package vn.tiendo.registrations.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.tiendo.registrations.form.FormFixtures.field;
import static vn.tiendo.registrations.form.FormFixtures.form;
import static vn.tiendo.registrations.form.FormFixtures.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.problem.FieldError;

class FormContentTest {

    private static final CompiledForm FORM = form(
            field("study", "TEXT", "\"required\":true,\"minLength\":3,\"maxLength\":20"),
            field("hours", "NUMBER", "\"minimum\":2,\"maximum\":40"),
            field(
                    "theme",
                    "CHOICE",
                    "\"options\":[{\"value\":\"a\",\"label\":{\"vi\":\"A\"}},{\"value\":\"b\",\"label\":{\"vi\":\"B\"}}]"),
            field(
                    "days",
                    "MULTI_CHOICE",
                    "\"maxItems\":2,\"options\":[{\"value\":\"mon\",\"label\":{\"vi\":\"Hai\"}},{\"value\":\"tue\",\"label\":{\"vi\":\"Ba\"}},{\"value\":\"wed\",\"label\":{\"vi\":\"Tư\"}}]"),
            field("begun", "DATE", "\"earliest\":\"2024-01-01\",\"latest\":\"2024-12-31\""),
            field("promises", "COMMITMENTS", "\"required\":true,\"maxLength\":10,\"maxItems\":2"));

    @Test
    void a_draft_may_lack_everything_and_a_submission_names_what_it_lacks() {
        var nothing = JsonNodeFactory.instance.objectNode();
        assertThat(FORM.faults(nothing)).isEmpty();
        assertThat(FORM.wanting(nothing))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("content.promises", "required"), tuple("content.study", "required"));
    }

    @Test
    void every_kind_of_field_names_its_own_fault() {
        var content = json("""
            {"study":7,"hours":"x","theme":"c","days":["mon","mon"],"begun":"31/12/2024",
             "promises":[{"text":"longer than ten"},{"why":"x"},{"text":"c"}],"other":1}""");
        assertThat(FORM.faults(content))
                .extracting(FieldError::field, FieldError::message)
                .containsExactlyInAnyOrder(
                        tuple("content.study", "wrong-type"),
                        tuple("content.hours", "wrong-type"),
                        tuple("content.theme", "not-an-option"),
                        tuple("content.days", "twice"),
                        tuple("content.begun", "not-a-date"),
                        tuple("content.promises", "too-many"),
                        tuple("content.promises[0].text", "too-long"),
                        tuple("content.promises[1].why", "unknown-property"),
                        tuple("content.other", "unknown-property"));
    }

    @Test
    void lower_limits_bind_only_what_is_submitted() {
        var content = json("""
            {"study":"ab","hours":1,"begun":"2025-01-01","promises":[{"text":"a"}]}""");
        assertThat(FORM.faults(content)).isEmpty();
        assertThat(FORM.wanting(content))
                .containsExactlyInAnyOrder(
                        new FieldError("content.study", "too-short", Map.of("limit", "3")),
                        new FieldError("content.hours", "too-small", Map.of("limit", "2")),
                        new FieldError("content.begun", "too-late", Map.of("limit", LocalDate.of(2024, 12, 31))));
    }

    @Test
    void limits_are_told_with_the_fault() {
        assertThat(FORM.faults(json("{\"study\":\"" + "x".repeat(21) + "\"}")))
                .containsExactly(new FieldError("content.study", "too-long", Map.of("limit", "20")));
    }

    @Test
    void items_are_the_commitments_or_without_any_the_texts() {
        assertThat(FORM.items(json("{\"study\":\"abc\",\"promises\":[{\"id\":\"p1\",\"text\":\"x\"}]}")))
                .isEqualTo(List.of("p1"));
        assertThat(FORM.items(json("{\"study\":\"abc\"}"))).isEqualTo(List.of("study"));
    }

    @Test
    void items_are_the_answers_where_nothing_is_written() {
        assertThat(FORM.items(json("{\"theme\":\"a\",\"hours\":3}"))).isEqualTo(List.of("hours", "theme"));
    }

    @Test
    void no_two_commitments_have_one_name() {
        assertThat(FORM.faults(json("""
                {"promises":[{"id":"p1","text":"a"},{"id":"p1","text":"b"}]}"""))).containsExactly(new FieldError("content.promises[1].id", "twice"));
        assertThat(FORM.faults(json("""
                {"promises":[{"id":"p1","text":"a"},{"id":"p2","text":"a"}]}"""))).isEmpty();
    }

    @Test
    void commitments_are_named_once_and_keep_their_names() {
        var content = FormContent.named(
                json("{\"study\":\"x\",\"promises\":[{\"text\":\"a\"},{\"id\":\"mine\",\"text\":\"b\"}]}"), FORM);
        assertThat(content.at("/promises/0/id").asText()).hasSize(36);
        assertThat(content.at("/promises/1/id").asText()).isEqualTo("mine");
        assertThat(FormContent.named(content.deepCopy(), FORM)).isEqualTo(content);
    }

    @Test
    void blanks_and_nothings_are_left_out_and_letters_are_composed() {
        assertThat(FormContent.normal(json("""
            {"study":"  Ho\\u0323c  ","follow":" ","theme":null,"days":[],"promises":[{"text":" "},{"text":"a","measure":null}]}""")))
                .isEqualTo(json("{\"study\":\"Học\",\"promises\":[{\"text\":\"a\"}]}"));
    }

    @Test
    void an_option_is_chosen_however_it_was_typed() {
        var decomposed = Normalizer.normalize("Tốt", Normalizer.Form.NFD);
        var form = form(field(
                "fared",
                "CHOICE",
                "\"required\":true,\"options\":[{\"value\":\" %s\",\"label\":{\"vi\":\"Tốt\"}}]"
                        .formatted(decomposed)));
        for (var typed : List.of("Tốt", decomposed, " " + decomposed + " ")) {
            var content =
                    FormContent.normal(JsonNodeFactory.instance.objectNode().put("fared", typed));
            assertThat(form.faults(content)).isEmpty();
            assertThat(form.wanting(content)).isEmpty();
        }
    }

    @Property(tries = 300)
    void what_is_normal_stays_as_it_is(@ForAll @StringLength(max = 30) String text) {
        var content = JsonNodeFactory.instance.objectNode().put("study", text);
        var normal = FormContent.normal(content);
        assertThat(FormContent.normal(normal)).isEqualTo(normal);
    }
}
