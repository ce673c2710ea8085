package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;
import vn.tiendo.plans.obligation.ObligationKind;

/// One row of the cue table: words that show what kind of thing is owed.
///
/// @param rank where cues overlap, the higher one is read
/// @param name the phrase itself, given as the rule that found an obligation
record Cue(ObligationKind kind, @Nullable String form, int rank, Phrase phrase, String name) {

    /// Where a cue was found.
    record Hit(Cue cue, int start, int end) {

        boolean overlaps(Hit other) {
            return start < other.end && other.start < end;
        }
    }
}
