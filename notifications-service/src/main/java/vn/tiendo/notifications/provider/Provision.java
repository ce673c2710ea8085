package vn.tiendo.notifications.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// By what a message goes: the contract, who it comes from, and the template that was approved for it.
///
/// @param contractId under which it counts
/// @param sender the brand name, or what the official account is called
/// @param externalId what the provider calls the template
/// @param text as it was approved, with parameters in braces
public record Provision(
        UUID contractId,
        String sender,
        int perDay,
        String externalId,
        String text,
        Map<String, TemplateValue> parameters) {

    /// The parameters with what fills them.
    public Map<String, String> fill(Function<TemplateValue, String> values) {
        var filled = new HashMap<String, String>();
        parameters.forEach((name, value) -> filled.put(name, values.apply(value)));
        return filled;
    }

    /// The approved text with its parameters filled.
    public String render(Function<TemplateValue, String> values) {
        var filled = fill(values);
        return Placeholders.NAMED
                .matcher(text)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(filled.getOrDefault(found.group(1), found.group())));
    }
}
