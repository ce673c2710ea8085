package vn.tiendo.kit.problem;

/// One wrong field of a request.
///
/// @param field path of the field in the request, such as `obligations[2].deadline.date`
/// @param message what is wrong with it, in the language of the answer
public record FieldError(String field, String message) {}
