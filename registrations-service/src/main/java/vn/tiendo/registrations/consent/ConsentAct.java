package vn.tiendo.registrations.consent;

/// What a person did about a purpose.
public enum ConsentAct {
    GIVEN,
    WITHDRAWN
}
