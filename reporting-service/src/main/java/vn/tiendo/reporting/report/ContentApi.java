package vn.tiendo.reporting.report;

import static vn.tiendo.reporting.report.ReportApi.TEXT;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.Sentences;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.Finding;
import vn.tiendo.reporting.regime.SectionCode;
import vn.tiendo.reporting.regime.Severity;
import vn.tiendo.reporting.regime.Value;

/// What a report says, in JSON: sections in words, figures with where they come from, and what the rules find.
final class ContentApi {

    private static final int LONGEST = 20_000;

    private ContentApi() {}

    /// A number, a text or the code of a choice, or the rows of a table; in a change nothing at all takes it
    /// back to what was reckoned, or away.
    record NewFigure(
            @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]{0,59}")
            String code,

            @Nullable
            @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,39}")
            @Schema(description = "The part of the indicator, when it is broken down")
            String breakdown,

            @Nullable @Digits(integer = 15, fraction = 4) BigDecimal value,

            @Nullable @Size(max = 4_000) @Pattern(regexp = TEXT)
            String text,

            @Nullable @Size(max = 500)
            List<@NotNull @Size(max = 20) List<@NotNull @Size(max = 1_000) @Pattern(regexp = TEXT) String>> rows) {

        Cell cell() {
            return new Cell(code, breakdown == null ? "" : breakdown);
        }

        Value content() {
            return new Value(
                    value,
                    text == null || text.isBlank() ? null : Normalizer.normalize(text.strip(), Normalizer.Form.NFC),
                    rows);
        }
    }

    private static Map<Cell, Value> valuesOf(@Nullable List<NewFigure> figures) {
        var values = new TreeMap<Cell, Value>();
        if (figures != null) {
            for (var figure : figures) {
                if (values.put(figure.cell(), figure.content()) != null) {
                    throw new ReportProblem.DuplicateFigure(figure.cell().field());
                }
            }
        }
        return values;
    }

    @Schema(description = "The whole text; a section that is left out is emptied")
    record NewContent(
            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String results,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String difficulties,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String causes,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String lessons,

            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT)
            String proposals,

            @Nullable @Size(max = 500) List<@NotNull @Valid NewFigure> figures) {

        Narrative narrative() {
            return new Narrative(results, difficulties, causes, lessons, proposals);
        }

        Map<Cell, Value> numbers() {
            var values = valuesOf(figures);
            values.values().removeIf(Value::isNothing);
            return values;
        }
    }

    @Schema(description = "Only the fields that change; others may be written by somebody else at the same time")
    record ChangedContent(
            @Nullable @Schema(description = "By name (results, difficulties, causes, lessons, proposals); null empties")
            Map<
                            @NotNull @Pattern(regexp = "results|difficulties|causes|lessons|proposals") String,
                            @Nullable @Size(max = LONGEST) @Pattern(regexp = TEXT) String>
                    sections,

            @Nullable @Size(max = 500) List<@NotNull @Valid NewFigure> figures) {

        Map<SectionCode, Optional<String>> changedSections() {
            var changed = new EnumMap<SectionCode, Optional<String>>(SectionCode.class);
            if (sections != null) {
                sections.forEach((name, text) ->
                        SectionCode.of(name).ifPresent(section -> changed.put(section, Optional.ofNullable(text))));
            }
            return changed;
        }

        Map<Cell, Value> changedFigures() {
            return valuesOf(figures);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContentView(
            int edition,
            @Nullable String results,
            @Nullable String difficulties,
            @Nullable String causes,
            @Nullable String lessons,
            @Nullable String proposals,
            List<FigureView> figures,
            Instant writtenAt) {
        static ContentView of(ReportContent content) {
            var narrative = content.narrative();
            return new ContentView(
                    content.edition(),
                    narrative.results(),
                    narrative.difficulties(),
                    narrative.causes(),
                    narrative.lessons(),
                    narrative.proposals(),
                    content.figures().stream().map(FigureView::of).toList(),
                    content.writtenAt());
        }
    }

    enum FigureSource {
        ENTERED,
        FACTS,
        UNITS,
        FORMULA
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureView(
            String code,
            @Nullable String breakdown,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable List<List<String>> rows,

            @Schema(description = "Typed by a person, or reckoned from what")
            FigureSource source,

            @Nullable @Schema(description = "What was reckoned, also when a person typed something else")
            BigDecimal computed,

            @Nullable String computedText,
            @Nullable List<List<String>> computedRows,
            @Nullable Origin computedFrom,

            @Nullable @Schema(description = "How many facts or units it is reckoned from")
            Long computedOf,

            @Nullable @Schema(description = "What the organisation itself adds to the sum of its units")
            BigDecimal ownPart,

            @Nullable Instant computedAt) {

        static FigureView of(Figure figure) {
            var content = figure.content();
            var origin = figure.computedFrom();
            return new FigureView(
                    figure.code(),
                    figure.breakdown().isEmpty() ? null : figure.breakdown(),
                    content.number(),
                    content.text(),
                    content.rows(),
                    figure.entered() || origin == null ? FigureSource.ENTERED : FigureSource.valueOf(origin.name()),
                    figure.computed() == null
                            ? null
                            : Value.of(figure.computed()).number(),
                    figure.computedText(),
                    figure.computedRows(),
                    origin,
                    figure.computedOf(),
                    figure.ownPart(),
                    figure.computedAt());
        }
    }

    @Schema(description = "Something to see to; errors keep the report from being handed in")
    record FindingView(Severity severity, String code, String field, String message) {

        static FindingView of(Finding finding, List<Locale> languages) {
            return new FindingView(
                    finding.severity(),
                    finding.code(),
                    finding.field(),
                    Sentences.of(languages, "finding." + finding.code(), finding.arguments()));
        }
    }
}
