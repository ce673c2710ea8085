package vn.tiendo.reporting.report;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.Cell;
import vn.tiendo.reporting.regime.Value;

/// One figure of a report: what stands there, and what was reckoned for it. A person may type another value over a
/// reckoned one; then both are kept.
///
/// @param entered a person typed it
/// @param changedIn version of the report in which a person last changed it
@Embeddable
record Figure(
        String code,
        String breakdown,
        @Nullable BigDecimal value,
        @Nullable String textValue,

        @Nullable @Convert(converter = RowsText.class) List<List<String>> tableRows,

        boolean entered,
        @Nullable BigDecimal computed,
        @Nullable String computedText,

        @Nullable @Convert(converter = RowsText.class) List<List<String>> computedRows,

        @Nullable @Enumerated(EnumType.STRING) Origin computedFrom,
        @Nullable Long computedOf,
        @Nullable BigDecimal ownPart,
        @Nullable Instant computedAt,
        long changedIn) {

    static Figure typed(Cell cell, Value value, long version) {
        return new Figure(
                cell.code(),
                cell.breakdown(),
                value.number(),
                value.text(),
                value.rows(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    static Figure reckoned(Cell cell, Computed reckoned) {
        return typed(cell, Value.NOTHING, 0).with(reckoned).untyped(0);
    }

    Cell cell() {
        return new Cell(code, breakdown);
    }

    Value content() {
        return new Value(value, textValue, tableRows);
    }

    boolean isReckoned() {
        return computedFrom != null;
    }

    boolean isReckonedFrom(Origin origin) {
        return computedFrom == origin;
    }

    /// Whether a person has typed something else than what was reckoned.
    boolean differs() {
        return entered && isReckoned() && !content().equals(reckonedContent());
    }

    private Value reckonedContent() {
        return new Value(computed, computedText, computedRows);
    }

    Figure retyped(Value typed, long version) {
        return new Figure(
                code,
                breakdown,
                typed.number(),
                typed.text(),
                typed.rows(),
                true,
                computed,
                computedText,
                computedRows,
                computedFrom,
                computedOf,
                ownPart,
                computedAt,
                version);
    }

    /// Back to what was reckoned.
    Figure untyped(long version) {
        return new Figure(
                code,
                breakdown,
                computed,
                computedText,
                computedRows,
                false,
                computed,
                computedText,
                computedRows,
                computedFrom,
                computedOf,
                ownPart,
                computedAt,
                version);
    }

    /// What was reckoned anew; what a person typed stays.
    Figure with(Computed reckoned) {
        var content = entered ? content() : reckoned.value();
        return new Figure(
                code,
                breakdown,
                content.number(),
                content.text(),
                content.rows(),
                entered,
                reckoned.value().number(),
                reckoned.value().text(),
                reckoned.value().rows(),
                reckoned.from(),
                reckoned.of(),
                reckoned.ownPart(),
                reckoned.at(),
                changedIn);
    }

    /// Nothing is reckoned for it any more.
    Figure withoutReckoning() {
        return new Figure(
                code, breakdown, value, textValue, tableRows, entered, null, null, null, null, null, null, null,
                changedIn);
    }
}
