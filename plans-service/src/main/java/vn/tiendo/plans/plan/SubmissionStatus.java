package vn.tiendo.plans.plan;

/// The upward axis of a plan: what its superior has made of it.
public enum SubmissionStatus {
    NOT_SUBMITTED,
    SUBMITTED,
    ACKNOWLEDGED,
    RETURNED
}
