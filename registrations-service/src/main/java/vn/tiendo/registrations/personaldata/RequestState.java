package vn.tiendo.registrations.personaldata;

/// How far a request has come: answered by acceptance or refusal, executed after acceptance; the person may
/// take it back until then.
public enum RequestState {
    RECEIVED,
    ACCEPTED,
    REFUSED,
    EXECUTED,
    WITHDRAWN
}
