package vn.tiendo.registrations.exemplar;

/// The steps of the procedure, none of which is skipped.
public enum GoodDeedStatus {
    PROPOSED,
    EXAMINED,
    RECOGNISED,
    RECORDED,
    REJECTED
}
