package vn.tiendo.reporting.report;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/// One number of a report.
@Embeddable
record Figure(String code, BigDecimal value) {}
