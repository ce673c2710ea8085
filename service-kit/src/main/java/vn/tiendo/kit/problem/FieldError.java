package vn.tiendo.kit.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/// One wrong field of a request.
///
/// @param field path of the field in the request, such as `obligations[2].deadline.date`
/// @param message what is wrong with it: the key of a sentence (`field.<message>`) that the answer gives in its
///     language, or the words themselves
/// @param arguments values of the sentence's placeholders by name
public record FieldError(
        String field, String message, @JsonIgnore Map<String, ?> arguments) {

    public FieldError(String field, String message) {
        this(field, message, Map.of());
    }
}
