package vn.tiendo.reporting.report;

import org.jspecify.annotations.Nullable;
import vn.tiendo.reporting.regime.SectionCode;

/// The sections that every report has, in words.
record Narrative(
        @Nullable String results,
        @Nullable String difficulties,
        @Nullable String causes,
        @Nullable String lessons,
        @Nullable String proposals) {

    @Nullable
    String of(SectionCode section) {
        return switch (section) {
            case RESULTS -> results;
            case DIFFICULTIES -> difficulties;
            case CAUSES -> causes;
            case LESSONS -> lessons;
            case PROPOSALS -> proposals;
        };
    }
}
