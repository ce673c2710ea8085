package vn.tiendo.reporting.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an issued plan was issued with, and what its paper therefore says whatever a clerk fills in; empty of a draft.
record PublishedHead(
        @Nullable String number,
        @Nullable String symbol,
        @Nullable LocalDate date,
        @Nullable String subject) {

    static PublishedHead of(KnownPapers.Plan plan) {
        return plan.issuedAt() == null
                ? new PublishedHead(null, null, null, null)
                : new PublishedHead(plan.number(), plan.symbol(), plan.issueDate(), plan.title());
    }

    /// @throws DocumentProblem.PublishedOtherwise when they state anything of it differently (409)
    void requireKept(PaperDetails details) {
        var fields = new ArrayList<String>();
        compare("number", number, details.number(), fields);
        compare("symbol", symbol, details.symbol(), fields);
        compare("date", date, details.date(), fields);
        compare("subject", subject, details.subject(), fields);
        if (!fields.isEmpty()) {
            throw new DocumentProblem.PublishedOtherwise(fields);
        }
    }

    private static void compare(
            String field, @Nullable Object published, @Nullable Object filledIn, List<String> fields) {
        if (published != null && filledIn != null && !published.equals(filledIn)) {
            fields.add(field);
        }
    }

    /// What was filled in before the plan was issued gives way to what it was issued with.
    PaperDetails over(PaperDetails details) {
        return new PaperDetails(
                details.form(),
                details.superiorName(),
                details.issuerName(),
                unless(number, details.number()),
                unless(symbol, details.symbol()),
                details.place(),
                unless(date, details.date()),
                unless(subject, details.subject()),
                details.addressees(),
                details.recipients(),
                details.authorities(),
                details.post(),
                details.signer());
    }

    private static <T> @Nullable T unless(@Nullable T published, @Nullable T filledIn) {
        return Objects.isNull(published) ? filledIn : null;
    }
}
