package vn.tiendo.registrations.member;

/// Whether a person takes part in activities; plans exempt some of these from registering.
public enum MemberStatus {
    ACTIVE,
    EXEMPT_FROM_ACTIVITY,
    RETIRED,
    ELDERLY
}
