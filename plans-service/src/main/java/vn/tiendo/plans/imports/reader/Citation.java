package vn.tiendo.plans.imports.reader;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A document that the text names.
///
/// @param start first token
/// @param end token after number and date
/// @param numberStart first token of the number
record Citation(
        int start,
        int end,
        int numberStart,
        String raw,
        @Nullable String type,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String issuer) {

    Citation withDate(@Nullable LocalDate given) {
        return new Citation(start, end, numberStart, raw, type, number, given, issuer);
    }

    Citation withIssuer(@Nullable String given) {
        return new Citation(start, end, numberStart, raw, type, number, date, given);
    }
}
