package vn.tiendo.registrations.form;

/// What a field of a form holds.
public enum FieldType {
    TEXT,
    NUMBER,
    CHOICE,
    MULTI_CHOICE,
    DATE,
    /// A list of things promised, each with a measure and a day of its own.
    COMMITMENTS
}
