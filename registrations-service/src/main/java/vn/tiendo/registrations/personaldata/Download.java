package vn.tiendo.registrations.personaldata;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// A file that is written as it is read, and that nothing on the way keeps.
final class Download {

    private Download() {}

    static Response of(StreamingOutput out) {
        return Response.ok(out)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
