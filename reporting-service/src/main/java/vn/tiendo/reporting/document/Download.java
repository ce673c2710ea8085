package vn.tiendo.reporting.document;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A paper on its way to whoever asked for it.
final class Download {

    /// Raised when the writers change what they write for the same paper.
    private static final int WRITERS = 1;

    private static final Semaphore DESKS = new Semaphore(2, true);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private Download() {}

    /// Nothing is written for a reader who has the newest paper already.
    static Response of(LaidOut paper, DocumentFormat format, Request request) {
        var tag = new EntityTag(tagOf(paper, format), true);
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(write(paper, format), format.mediaType())
                .tag(tag)
                .header("Content-Disposition", FileNames.attachment(paper.name(), format.extension()))
                .header("Content-Language", "vi")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept")
                .build();
    }

    /// A long paper takes 40 MB for a moment, so few are written at once and the others wait in line.
    private static byte[] write(LaidOut paper, DocumentFormat format) {
        try {
            if (!DESKS.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new DocumentProblem.WritersBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DocumentProblem.WritersBusy();
        }
        try {
            return format.write(paper);
        } finally {
            DESKS.release();
        }
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
