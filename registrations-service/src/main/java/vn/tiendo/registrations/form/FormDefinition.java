package vn.tiendo.registrations.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a form asks for: sections with fields. Content is one flat object, keyed by the keys of the fields.
public record FormDefinition(@NotEmpty @Size(max = 20) List<@Valid @NotNull Section> sections) {

    static final String KEY = "[a-z][A-Za-z0-9]{0,39}";

    /// Words in Vietnamese and, if somebody wrote them, in English.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Words(
            @NotBlank @Size(max = 500) String vi,
            @Nullable @Size(max = 500) String en) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull @Valid Words title,
            @Nullable @Valid Words help,
            @NotEmpty @Size(max = 40) List<@Valid @NotNull Field> fields) {}

    /// @param required must be there when the registration is submitted; a draft may lack it
    /// @param maxLength of a text, or of the text of each commitment
    /// @param maxItems of a multiple choice or of a list of commitments
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull FieldType type,
            @NotNull @Valid Words label,
            @Nullable @Valid Words help,
            boolean required,
            @Nullable @Min(1) @Max(20_000) Integer minLength,
            @Nullable @Min(1) @Max(20_000) Integer maxLength,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable @Size(max = 100) List<@Valid @NotNull Option> options,
            @Nullable @Min(1) @Max(50) Integer minItems,
            @Nullable @Min(1) @Max(50) Integer maxItems) {}

    /// @param value as content is kept, so that an answer is found among the options however it was typed
    public record Option(
            @NotBlank @Size(max = 100) String value,
            @NotNull @Valid Words label) {

        public Option {
            if (value != null) { // or else it is refused by its constraint
                value = FormContent.normal(value);
            }
        }
    }

    public FormDefinition {
        sections = List.copyOf(sections);
    }

    Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }
}
