package vn.tiendo.reporting.document;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A paper on its way to whoever asked for it.
final class Download {

    /// Raised when the writers change what they write for the same paper.
    private static final int WRITERS = 1;

    private Download() {}

    /// Nothing is written for a reader who has the newest paper already.
    static Response of(LaidOut paper, DocumentFormat format, Request request) {
        var tag = new EntityTag(tagOf(paper, format), true);
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(format.write(paper), format.mediaType())
                .tag(tag)
                .header("Content-Disposition", FileNames.attachment(paper.name(), format.extension()))
                .header("Content-Language", "vi")
                .header("Vary", "Accept")
                .build();
    }

    /// Weak: two files of one paper differ in the moment at which they were made.
    private static String tagOf(LaidOut paper, DocumentFormat format) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = WRITERS + format.name() + paper;
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
