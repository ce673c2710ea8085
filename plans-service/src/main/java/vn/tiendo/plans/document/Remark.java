package vn.tiendo.plans.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.tiendo.kit.problem.Sentences;

/// A warning before it is put into words.
public record Remark(String code, Map<String, String> arguments) {

    /// @param acceptable languages that the client asks for, best first
    public Warning in(List<Locale> acceptable) {
        return new Warning(code, Sentences.of(acceptable, code, arguments), arguments);
    }
}
