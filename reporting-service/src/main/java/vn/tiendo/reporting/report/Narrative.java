package vn.tiendo.reporting.report;

import org.jspecify.annotations.Nullable;

/// The sections that every report has, in words.
record Narrative(
        @Nullable String results,
        @Nullable String difficulties,
        @Nullable String causes,
        @Nullable String lessons,
        @Nullable String proposals) {}
