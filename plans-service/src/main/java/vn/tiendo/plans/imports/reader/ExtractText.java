package vn.tiendo.plans.imports.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The program of the process that unpacks one file and ends: file in, text out.
///
/// A file may be made to eat memory without end, to loop for ever or to nest until the stack is gone. None of that can
/// be stopped inside a running JVM, so it happens in one of its own, which may be killed and has little memory.
public final class ExtractText {

    /// The first byte of the answer when text follows. A JVM that ends for want of memory says so on the same pipe, in
    /// letters.
    public static final int TEXT = 1;

    /// The first byte when the name of a reason follows.
    public static final int REFUSED = 2;

    private ExtractText() {}

    public static void main(String[] arguments) throws IOException {
        var name = arguments[0];
        var content = System.in.readNBytes(DocumentText.LARGEST_FILE + 1);
        var out = System.out;
        try {
            answer(out, TEXT, DocumentText.of(name, content));
        } catch (UnreadableDocument e) {
            answer(out, REFUSED, e.reason().name());
        } catch (StackOverflowError nested) {
            answer(out, REFUSED, UnreadableDocument.Reason.TOO_COMPLEX.name());
        }
        System.exit(0);
    }

    private static void answer(OutputStream out, int kind, String words) throws IOException {
        out.write(kind);
        out.write(words.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
