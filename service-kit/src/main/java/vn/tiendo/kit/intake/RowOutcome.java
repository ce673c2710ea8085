package vn.tiendo.kit.intake;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.problem.DomainProblem;

/// What became of one row.
public sealed interface RowOutcome {

    /// @param subject what was made; null in a dry run
    /// @param memo what later rows of a dry run have to know of what would have been made
    record Accepted(@Nullable UUID subject, @Nullable String memo) implements RowOutcome {}

    /// It is there already, just as the row says.
    record Unchanged(UUID subject) implements RowOutcome {}

    /// @param code of a sentence in the message bundles
    record Rejected(String code, Map<String, ?> arguments) implements RowOutcome {
        public static Rejected of(DomainProblem problem) {
            return new Rejected(problem.code(), problem.arguments());
        }
    }
}
