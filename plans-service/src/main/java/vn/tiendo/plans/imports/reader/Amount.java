package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.Nullable;

/// How many of what, as the text says it.
record Amount(
        int start,
        int end,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable Integer target,
        String unit,
        @Nullable String perPeriod) {}
