package vn.tiendo.registrations.exemplar;

/// What is held up as an example: "tập thể", "gương điển hình" or "mô hình tiêu biểu".
public enum NominationForm {
    COLLECTIVE,
    INDIVIDUAL,
    MODEL
}
