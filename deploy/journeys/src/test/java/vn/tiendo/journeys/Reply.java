package vn.tiendo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What the API said.
record Reply(String request, int status, JsonNode body, HttpHeaders headers) {

    Reply expect(int expected) {
        assertThat(status).as("%s: %s", request, body).isEqualTo(expected);
        return this;
    }

    String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError(request + " has no ETag"));
    }

    /// The last word of the problem's type.
    String problem() {
        var type = body.path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }

    String text(String field) {
        return body.path(field).asText();
    }
}
