package vn.tiendo.reporting.report;

/// Where a reckoned figure comes from.
public enum Origin {
    /// Facts that the system itself has recorded.
    FACTS,
    /// The accepted reports of the units below.
    UNITS,
    /// Other figures of the same report.
    FORMULA
}
