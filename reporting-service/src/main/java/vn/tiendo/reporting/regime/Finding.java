package vn.tiendo.reporting.regime;

import java.util.Map;

/// Something about a draft that its writer should see.
///
/// @param code names the sentence `finding.<code>` of the message bundles
/// @param field section or cell
public record Finding(Severity severity, String code, String field, Map<String, String> arguments) {

    static Finding error(String code, String field, Map<String, String> arguments) {
        return new Finding(Severity.ERROR, code, field, arguments);
    }

    public static Finding warning(String code, String field, Map<String, String> arguments) {
        return new Finding(Severity.WARNING, code, field, arguments);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
