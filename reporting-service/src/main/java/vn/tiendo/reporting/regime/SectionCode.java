package vn.tiendo.reporting.regime;

import java.util.Locale;
import java.util.Optional;

/// The parts of a report in words.
public enum SectionCode {
    RESULTS,
    DIFFICULTIES,
    CAUSES,
    LESSONS,
    PROPOSALS;

    /// As it stands in JSON.
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As it stands in an address.
    public static SectionCode fromString(String field) {
        return of(field).orElseThrow(() -> new IllegalArgumentException("No section"));
    }

    public static Optional<SectionCode> of(String field) {
        for (var section : values()) {
            if (section.field().equals(field)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
