package vn.tiendo.reporting.regime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.fact.Measure;

/// What a report consists of: indicators, sections in words, and rules that tie figures together.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TemplateDefinition(
        @Size(max = 200) List<@NotNull @Valid Indicator> indicators,

        @Size(max = 5) List<@NotNull @Valid Section> sections,

        @Size(max = 100) List<@NotNull @Valid Rule> rules) {

    static final String CODE = "[a-z][a-z0-9_]{0,39}";
    private static final String BREAKDOWN_CODE = "[A-Z][A-Z0-9_]{0,39}";
    private static final String NAME = "[\\P{Cc}]*";

    @SuppressWarnings("NullAway") // Jackson passes null for what the document leaves out
    public TemplateDefinition {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        sections = sections == null ? List.of() : List.copyOf(sections);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /// @param formula reckons the value from other indicators; nobody types it in
    /// @param weightedBy the indicator whose value weighs this one when it is averaged
    /// @param fact what the system fills in by itself
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Indicator(
            @NotNull @Pattern(regexp = CODE) String code,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameVi,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameEn,

            @NotNull IndicatorType type,

            @Nullable @Size(max = 40) @Pattern(regexp = NAME)
            String unit,

            @Nullable @Size(max = 500) String formula,
            @NotNull Aggregation aggregation,
            @Nullable @Pattern(regexp = CODE) String weightedBy,
            @Nullable Measure fact,
            boolean required,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,

            @Size(max = 50) List<@NotNull @Valid Named> breakdowns,

            @Size(max = 50) List<@NotNull @Valid Named> choices,

            @Size(max = 20) List<@NotNull @Valid Column> columns) {

        @SuppressWarnings("NullAway")
        public Indicator {
            breakdowns = breakdowns == null ? List.of() : List.copyOf(breakdowns);
            choices = choices == null ? List.of() : List.copyOf(choices);
            columns = columns == null ? List.of() : List.copyOf(columns);
        }

        @JsonIgnore
        public boolean isReckoned() {
            return formula != null;
        }

        boolean hasBreakdown(String breakdown) {
            return breakdown.isEmpty()
                    || breakdowns.stream().anyMatch(one -> one.code().equals(breakdown));
        }
    }

    public record Named(
            @NotNull @Pattern(regexp = BREAKDOWN_CODE) String code,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameVi,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameEn) {}

    /// @param key rows of units with the same cells in the key columns become one row of their superior
    /// @param aggregation how the other cells of such rows become one; absent: numbers that can be added are
    /// @param weightedBy the column that weighs this one when it is averaged
    @Schema(name = "TableColumn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(
            @NotNull @Pattern(regexp = CODE) String code,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameVi,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameEn,

            @NotNull IndicatorType type,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean key,
            @Nullable Aggregation aggregation,
            @Nullable @Pattern(regexp = CODE) String weightedBy) {

        public Aggregation rule() {
            if (aggregation != null) {
                return aggregation;
            }
            return key || !type.isAddable() ? Aggregation.NONE : Aggregation.SUM;
        }
    }

    public record Section(
            @NotNull SectionCode section,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameVi,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameEn,

            boolean required) {}

    public enum RuleKind {
        /// The indicator is the sum of the parts.
        EQUALS_SUM,
        /// The expression, over indicators, is true.
        EXPRESSION,
        /// The indicator differs from that of the last period by so many percent at most.
        COMPARED_WITH_LAST
    }

    /// A rule holds as long as one of its figures is missing; that something is required is said at the indicator.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rule(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull RuleKind kind,
            @Nullable @Pattern(regexp = CODE) String indicator,

            @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> parts,

            @Nullable @Size(max = 500) String expression,
            @Nullable @DecimalMin("0") BigDecimal maxChangePercent,
            @NotNull Severity severity,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameVi,

            @NotBlank @Size(max = 300) @Pattern(regexp = NAME)
            String nameEn) {

        @SuppressWarnings("NullAway")
        public Rule {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        String subject() {
            return Objects.requireNonNullElse(indicator, code);
        }
    }

    public boolean comparesWithLast() {
        return rules.stream().anyMatch(rule -> rule.kind() == RuleKind.COMPARED_WITH_LAST);
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /// The reckoned indicators, each behind those that its formula needs; without those that need themselves.
    List<Indicator> inOrderOfFormulas() {
        var needs = new HashMap<String, Set<String>>();
        indicators.stream().filter(Indicator::isReckoned).forEach(one -> needs.put(one.code(), variablesOf(one)));
        var ordered = new ArrayList<Indicator>();
        var waiting = new LinkedHashMap<String, Indicator>();
        indicators.stream().filter(Indicator::isReckoned).forEach(one -> waiting.put(one.code(), one));
        while (!waiting.isEmpty()) {
            var ready = waiting.values().stream()
                    .filter(one ->
                            Collections.disjoint(Objects.requireNonNull(needs.get(one.code())), waiting.keySet()))
                    .toList();
            if (ready.isEmpty()) {
                break;
            }
            ordered.addAll(ready);
            ready.forEach(one -> waiting.remove(one.code()));
        }
        return List.copyOf(ordered);
    }

    @JsonIgnore
    boolean isFreeOfCircles() {
        return inOrderOfFormulas().size()
                == indicators.stream().filter(Indicator::isReckoned).count();
    }

    private static Set<String> variablesOf(Indicator indicator) {
        return Formula.parse(Objects.requireNonNull(indicator.formula()))
                .map(Formula::variables)
                .orElse(Set.of());
    }
}
