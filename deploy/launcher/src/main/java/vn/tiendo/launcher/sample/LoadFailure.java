package vn.tiendo.launcher.sample;

/// Why the sample cannot be loaded, in one sentence.
final class LoadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadFailure(String sentence) {
        super(sentence);
    }
}
