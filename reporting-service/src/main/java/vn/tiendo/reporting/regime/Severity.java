package vn.tiendo.reporting.regime;

/// Whether a finding keeps a report from being handed in.
public enum Severity {
    ERROR,
    WARNING
}
