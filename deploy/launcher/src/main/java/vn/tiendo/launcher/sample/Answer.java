package vn.tiendo.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What the API said to one request.
///
/// @param body the JSON, missing when there is none
record Answer(int status, JsonNode body, @Nullable String etag) {
    private static final int OK = 200;
    private static final int REDIRECTION = 300;

    boolean isSuccess() {
        return status >= OK && status < REDIRECTION;
    }

    /// A later attempt may succeed: a service or what it waits for is away, or it is asked too often.
    boolean isWorthRepeating() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    String id() {
        return body.path("id").asText();
    }

    /// The code and the sentence of a problem.
    String reason() {
        var type = body.path("type").asText("");
        var code = type.substring(type.lastIndexOf('/') + 1);
        var reason = new StringBuilder().append(status).append(code.isEmpty() ? "" : " " + code);
        var detail = body.path("detail").asText(body.path("title").asText(""));
        if (!detail.isEmpty()) reason.append(": ").append(detail);
        body.path("errors")
                .forEach(error -> reason.append(" [")
                        .append(error.path("field").asText())
                        .append(": ")
                        .append(error.path("message").asText())
                        .append(']'));
        return reason.toString();
    }
}
