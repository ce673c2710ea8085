package vn.tiendo.launcher;

/// Why a command is not carried out, in one sentence for the person who gave it.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}
