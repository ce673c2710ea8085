package vn.tiendo.plans.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// A warning before it is put into words.
public record Remark(String code, Map<String, String> arguments) {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// In the first language that we speak, Vietnamese when there is none.
    public Warning in(List<Locale> languages) {
        var english = languages.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("vi") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .isPresent();
        var bundle = ResourceBundle.getBundle(
                "messages",
                english ? Locale.ENGLISH : VIETNAMESE,
                Thread.currentThread().getContextClassLoader(),
                EXACT);
        var sentence = bundle.getString(code);
        for (var argument : arguments.entrySet()) {
            sentence = sentence.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return new Warning(code, sentence, arguments);
    }
}
