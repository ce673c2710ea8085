package vn.tiendo.reporting.progress;

import org.jspecify.annotations.Nullable;

/// A part of a whole, between 0 and 1, to four digits; of nothing there is no part.
public final class Share {

    public static final String COMPLETENESS = "What is in, as a share of what is owed; absent when nothing is owed";
    public static final String TIMELINESS =
            "What came in on time, as a share of what is in or should be; absent when that is nothing";

    private static final double DIGITS = 10_000;

    private Share() {}

    public static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : Math.round(part * DIGITS / whole) / DIGITS;
    }
}
