package vn.tiendo.reporting.fact;

/// Where facts come from; each fact is one aggregate of a topic.
public enum FactSource {
    ACTIVITY,
    NOMINATION,
    REGISTRATION
}
