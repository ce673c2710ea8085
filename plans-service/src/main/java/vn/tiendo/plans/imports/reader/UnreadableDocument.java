package vn.tiendo.plans.imports.reader;

/// A file from which no text can be had, with the reason as a code that does not change.
public final class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /// Nothing in it.
        EMPTY_FILE("empty-file"),
        /// The name or the content is of no kind that is read.
        UNKNOWN_FORMAT("unknown-format"),
        /// The content is of another kind than the name says.
        WRONG_EXTENSION("wrong-extension"),
        ENCRYPTED("encrypted-document"),
        /// Pages are pictures, or there is no word in it.
        NO_TEXT("no-text-found"),
        /// A document that carries programs.
        MACROS("macro-document"),
        /// A packed file that unfolds beyond all measure.
        BOMB("unpacks-too-large"),
        TOO_LARGE("file-too-large"),
        /// Its markup declares entities, which may fetch files or grow without end.
        ENTITIES("external-entities"),
        /// Unpacking it takes more time or memory than any honest document does.
        TOO_COMPLEX("document-too-complex"),
        DAMAGED("damaged-document");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public UnreadableDocument(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    UnreadableDocument(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
