package vn.tiendo.reporting.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where an organisation stood from one day to another, both included.
public record Stand(LocalDate from, @Nullable LocalDate to, String path) {}
