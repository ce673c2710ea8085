package vn.tiendo.reporting.progress;

/// What is counted.
public enum Source {
    ASSIGNMENT,
    REGISTRATION,
    REPORT
}
