package vn.tiendo.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every refusal (RFC 9457), served as `application/problem+json`.
///
/// @param type `/problems/<code>`, stable
/// @param traceId the correlation id that the logs carry too
/// @param errors one entry per wrong field, absent when the problem is not about fields
/// @param extensions further members that a problem of this type carries
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
