package vn.tiendo.reporting.regime;

import java.time.LocalDate;

/// The days whose data a report covers, both included.
public record DataSpan(LocalDate from, LocalDate to) {}
