package vn.tiendo.registrations.registration;

/// OWED → SUBMITTED → ACCEPTED, or RETURNED and SUBMITTED again; EXEMPT may opt in by submitting.
public enum RegistrationStatus {
    OWED,
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    EXEMPT
}
