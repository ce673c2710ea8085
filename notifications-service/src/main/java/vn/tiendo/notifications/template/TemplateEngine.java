package vn.tiendo.notifications.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// Renders what organisations have written. Such a text can name values and choose between parts with `{#if}`; it can
/// call nothing, loop over nothing and reach nothing else, because nothing else is registered here.
final class TemplateEngine {

    private static final List<String> HTML = List.of("text/html");
    private static final long TIMEOUT_MILLIS = 1_000;

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(new NamedValues())
            .addResultMapper(new HtmlEscaper(HTML))
            .strictRendering(true)
            .timeout(TIMEOUT_MILLIS)
            .build();

    private TemplateEngine() {}

    /// The only thing that has properties; whatever else a text asks is not found, and then it does not render.
    private record Values(Map<String, Object> named) {}

    private static final class NamedValues implements ValueResolver {

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() instanceof Values && context.getParams().isEmpty();
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            var value = ((Values) context.getBase()).named.get(context.getName());
            return value == null ? Results.notFound(context) : io.quarkus.qute.CompletedStage.of(value);
        }
    }

    /// @return what is wrong with the text, for its author; empty when nothing is
    static Optional<String> fault(String text, Set<String> names) {
        try {
            return ENGINE.parse(text).getExpressions().stream()
                    .filter(expression -> !isNamed(expression, names))
                    .map(Expression::toOriginalString)
                    .findFirst();
        } catch (TemplateException malformed) {
            return Optional.of(malformed.getMessage() == null ? text : firstLine(malformed.getMessage()));
        }
    }

    private static boolean isNamed(Expression expression, Set<String> names) {
        return expression.isLiteral()
                || (!expression.hasNamespace()
                        && expression.getParts().size() == 1
                        && !expression.getParts().getFirst().isVirtualMethod()
                        && names.contains(expression.getParts().getFirst().getName()));
    }

    private static String firstLine(String message) {
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /// @throws TemplateException when it does not render
    static String plain(String text, Map<String, Object> values) {
        return ENGINE.parse(text).instance().data(new Values(values)).render();
    }

    /// The same with the values escaped, and the text around them, for what is shown as a page or a mail.
    ///
    /// @throws TemplateException when it does not render
    static String html(String text, Map<String, Object> values) {
        return ENGINE.parse(text, Variant.forContentType(HTML.getFirst()))
                .instance()
                .data(new Values(values))
                .render();
    }
}
