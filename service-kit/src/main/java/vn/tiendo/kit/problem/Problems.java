package vn.tiendo.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.correlation.Correlation;

/// The one place that turns failures into answers: everything that is not a success leaves as
/// `application/problem+json`.
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int SECONDS_TO_WAIT = 2;

    @Inject
    Correlation correlation;

    @ServerExceptionMapper
    public Response refused(DomainProblem problem, HttpHeaders headers) {
        var locale = Messages.preferred(headers.getAcceptableLanguages());
        return answer(
                locale,
                problem.kind().status(),
                problem.code(),
                problem.arguments(),
                problem.errors().stream().map(error -> inWords(error, locale)).toList(),
                problem.extensions());
    }

    private static FieldError inWords(FieldError error, Locale locale) {
        return Messages.find(locale, "field." + error.message(), error.arguments())
                .map(sentence -> new FieldError(error.field(), sentence))
                .orElse(error);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn(SecurityException ignored, HttpHeaders headers) {
        return refused(new KitProblem.NotSignedIn(), headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return refused(new KitProblem.MalformedRequest(errors), headers);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException unreadable, HttpHeaders headers) {
        var field = unreadable instanceof JsonMappingException mapping ? jsonPath(mapping) : "";
        var message = unreadable instanceof UnrecognizedPropertyException ? "unknown-property" : "unreadable";
        var locale = Messages.preferred(headers.getAcceptableLanguages());
        return refused(malformed(field, message, locale), headers);
    }

    private static KitProblem malformed(String field, String message, Locale locale) {
        var sentence = Messages.find(locale, "field." + message, Map.of()).orElse(message);
        return new KitProblem.MalformedRequest(List.of(new FieldError(field, sentence)));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException unreadable) {
                return unreadable(unreadable, headers);
            }
        }
        var locale = Messages.preferred(headers.getAcceptableLanguages());
        var status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(locale, 400, "malformed-request", Map.of(), List.of());
            case 401 -> answer(locale, 401, "not-signed-in", Map.of(), List.of());
            case 404 ->
                unreadableQueryParameter(failure, uri)
                        .map(name -> refused(malformed(name, "unreadable", locale), headers))
                        .orElseGet(() -> answer(locale, 404, "resource-not-found", Map.of(), List.of()));
            case 405 -> answer(locale, 405, "method-not-allowed", Map.of(), List.of());
            case 406 -> answer(locale, 406, "not-acceptable", Map.of(), List.of());
            case 413 -> answer(locale, 413, "body-too-large", Map.of(), List.of());
            case 415 -> answer(locale, 415, "unsupported-media-type", Map.of(), List.of());
            default ->
                status < 500 ? answer(locale, status, "refused", Map.of(), List.of()) : unexpected(failure, locale);
        };
    }

    /// Everything else. Causes are searched, because transactions wrap what went wrong at their commit.
    @ServerExceptionMapper
    public Response any(Throwable failure, HttpHeaders headers) {
        var locale = Messages.preferred(headers.getAcceptableLanguages());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainProblem problem -> {
                    return refused(problem, headers);
                }
                case OptimisticLockException stale -> {
                    return refused(new KitProblem.StaleVersion(), headers);
                }
                case StaleStateException stale -> {
                    return refused(new KitProblem.StaleVersion(), headers);
                }
                case org.hibernate.exception.ConstraintViolationException rule
                when rule.getKind() != ConstraintKind.NOT_NULL -> {
                    return broken(rule.getConstraintName(), locale);
                }
                case SQLException sql
                when DatabaseFaults.isAway(sql) -> {
                    return answer(locale, 503, "database-unavailable", Map.of(), List.of());
                }
                case SQLException sql
                when DatabaseFaults.isCollision(sql) -> {
                    return answer(locale, 503, "try-again", Map.of(), List.of());
                }
                case SQLException sql
                when DatabaseFaults.isUnstorableValue(sql) -> {
                    return refused(new KitProblem.MalformedRequest(List.of()), headers);
                }
                case IOException full
                when isNoSpace(full) -> {
                    LOG.errorf(full, "The disk is full");
                    return answer(locale, 503, "storage-full", Map.of(), List.of());
                }
                default -> {}
            }
        }
        return unexpected(failure, locale);
    }

    private static boolean isNoSpace(IOException failure) {
        var words = String.valueOf(failure.getMessage());
        return words.contains("No space left") || words.contains("Disk quota exceeded");
    }

    /// A named constraint is a rule: `one_plan_per_number` answers 409 `/problems/one-plan-per-number`.
    private Response broken(@Nullable String constraint, Locale locale) {
        var code = constraint == null ? "rule-broken" : constraint.replace('_', '-');
        return answer(locale, 409, code, Map.of(), List.of());
    }

    private Response unexpected(Throwable failure, Locale locale) {
        LOG.errorf(failure, "A request failed unexpectedly");
        return answer(locale, 500, "unexpected", Map.of(), List.of());
    }

    private Response answer(Locale locale, int status, String code, Map<String, ?> arguments, List<FieldError> errors) {
        return answer(locale, status, code, arguments, errors, Map.of());
    }

    private Response answer(
            Locale locale,
            int status,
            String code,
            Map<String, ?> arguments,
            List<FieldError> errors,
            Map<String, Object> extensions) {
        var title = Messages.find(locale, code + ".title", arguments)
                .or(() -> Messages.find(locale, "refused.title", arguments))
                .orElse(code);
        var detail = Messages.find(locale, code, arguments).orElse(null);
        var body =
                new ProblemDocument("/problems/" + code, title, status, detail, correlation.id(), errors, extensions);
        var response = Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .entity(body);
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == 503) {
            response.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return response.build();
    }

    /// Jakarta REST answers 404 to any value in the address that it cannot convert. In the path that is right: there is
    /// no such thing; in the query it is a malformed request. Only the converter's words tell which value it was.
    private static Optional<String> unreadableQueryParameter(WebApplicationException failure, UriInfo uri) {
        var words = new StringBuilder();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append(' ');
        }
        if (words.isEmpty() || uri.getPathParameters().values().stream().anyMatch(values -> anyIn(words, values))) {
            return Optional.empty();
        }
        var query = uri.getQueryParameters();
        return query.entrySet().stream()
                .filter(parameter -> anyIn(words, parameter.getValue()))
                .findFirst()
                .or(() -> query.entrySet().stream().findFirst())
                .map(Map.Entry::getKey);
    }

    private static boolean anyIn(StringBuilder words, List<String> values) {
        return values.stream().anyMatch(value -> !value.isEmpty() && words.indexOf(value) >= 0);
    }

    private static String field(Path path) {
        var names = new ArrayList<String>();
        StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY
                        || node.getKind() == ElementKind.PARAMETER
                        || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .forEach(node -> names.add(node.toString()));
        if (names.size() > 1 && path.iterator().next().getKind() == ElementKind.METHOD) {
            names.removeFirst(); // the name of the Java parameter that the body is bound to
        }
        return String.join(".", names);
    }

    private static String jsonPath(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
