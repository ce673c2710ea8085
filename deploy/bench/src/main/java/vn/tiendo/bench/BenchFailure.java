package vn.tiendo.bench;

/// Why nothing can be measured, in one sentence.
final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchFailure(String sentence) {
        super(sentence);
    }

    BenchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
