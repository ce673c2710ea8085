package vn.tiendo.engines;

import org.jspecify.annotations.Nullable;

/// An engine could not start, or refused what was asked of it. The message is one sentence for a person.
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
