package vn.tiendo.verify;

/// One thing wrong with one object; the rule's name is what a mutant is expected to be rejected by.
public record Finding(String rule, String object, String message) {
    static Finding of(String rule, Manifest manifest, String message) {
        return new Finding(rule, manifest.toString(), message);
    }

    @Override
    public String toString() {
        return rule + ": " + object + ": " + message;
    }
}
