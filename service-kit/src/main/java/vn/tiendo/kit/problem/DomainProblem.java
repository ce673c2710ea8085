package vn.tiendo.kit.problem;

import java.util.List;
import java.util.Map;

/// A refusal with a stable code and named arguments; the sentence comes from the message bundle of the service.
///
/// Arguments appear in answers: never put personal data, SQL or class names into them.
public abstract class DomainProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient Map<String, ?> arguments;
    private final transient List<FieldError> errors;

    /// @param code kebab-case, never reused for another meaning
    protected DomainProblem(Kind kind, String code, Map<String, ?> arguments) {
        this(kind, code, arguments, List.of());
    }

    protected DomainProblem(Kind kind, String code, Map<String, ?> arguments, List<FieldError> errors) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /// Members of the answer beside the usual ones, for the very caller who is refused; nothing unless a problem says
    /// so.
    public Map<String, Object> extensions() {
        return Map.of();
    }
}
