package vn.tiendo.plans.imports.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document as it was read: its identity, what it demands, the dates that are no deadlines, and what a person
/// must answer.
public record ReadDocument(
        ReadFacts document,
        List<ReadObligation> obligations,
        List<NonDeadline> nonDeadlines,
        List<Question> questions) {

    /// A date that must not become a deadline, and why.
    public record NonDeadline(String raw, String why) {}

    /// A field that stays empty until a person fills it.
    ///
    /// @param obligation id of the obligation; null when it is about the document
    public record Question(@Nullable String obligation, String field, String code) {}
}
