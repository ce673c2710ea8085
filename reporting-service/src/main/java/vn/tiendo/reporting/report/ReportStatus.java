package vn.tiendo.reporting.report;

/// Where a report is on its way up.
public enum ReportStatus {
    EXPECTED,
    DRAFT,
    SUBMITTED,
    RECEIVED,
    FORWARDED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN
}
