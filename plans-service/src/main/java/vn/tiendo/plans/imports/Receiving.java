package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.content.ContentProblem.SecretDocumentRefused;
import vn.tiendo.kit.content.SecrecyStamp;
import vn.tiendo.plans.attachment.Originals;
import vn.tiendo.plans.imports.PlanImportProblem.ImportsBusy;
import vn.tiendo.plans.imports.PlanImportProblem.Unreadable;
import vn.tiendo.plans.imports.reader.SecretDocument;
import vn.tiendo.plans.imports.reader.UnreadableDocument;
import vn.tiendo.plans.imports.reader.UnreadableDocument.Reason;

/// Looks into a document before anything of it is kept: it lies in memory alone until it is known to have text and no
/// mark of secrecy. So the sender waits for that, and for nothing else; reading it is background work.
@ApplicationScoped
class Receiving {

    /// Each may hold twenty megabytes.
    private static final int AT_A_TIME = 4;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    @Inject
    TextExtraction extraction;

    @Inject
    Originals originals;

    record Received(SentDocument document, String text) {}

    /// @throws Unreadable by the reason why there is no text
    /// @throws SecretDocumentRefused when it is marked MẬT, TỐI MẬT or TUYỆT MẬT
    Received receive(String contentType, @Nullable String fileName, InputStream body) {
        if (!places.tryAcquire()) {
            throw new ImportsBusy();
        }
        try {
            var format = DocumentFormat.of(contentType);
            var name = originals.tidyName(fileName == null ? format.usualName() : fileName);
            format.requireNamed(name);
            var content = body.readNBytes(PlanImportsPath.LARGEST + 1);
            if (content.length > PlanImportsPath.LARGEST) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
            var text = unmarked(extraction.of(format, content));
            return new Received(new SentDocument(name, format, originals.keep(content), content.length), text);
        } catch (UnreadableDocument e) {
            throw new Unreadable(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private static String unmarked(String text) {
        try {
            SecretDocument.refuseIn(text);
        } catch (SecretDocument marked) {
            throw new SecretDocumentRefused();
        }
        if (SecrecyStamp.isIn(text)) {
            throw new SecretDocumentRefused();
        }
        return text;
    }
}
