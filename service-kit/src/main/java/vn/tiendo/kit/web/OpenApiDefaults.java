package vn.tiendo.kit.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import vn.tiendo.kit.problem.ProblemDocument;

/// Adds to every operation what holds for all of them: the problem answers, the bearer token, the Idempotency-Key of a
/// POST.
public class OpenApiDefaults implements OASFilter {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request is malformed; `errors` names the fields",
            "401", "No valid token",
            "403", "Within reach, but none of your posts allows it",
            "404", "Absent or out of your reach",
            "409", "The state of the thing does not allow it",
            "412", "The version in If-Match is not the newest",
            "422", "A rule forbids it",
            "428", "If-Match is required");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("ProblemDocument", problemSchema());
        api.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the deployment's identity provider"));
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().getPathItems().values().forEach(OpenApiDefaults::complete);
    }

    private static void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            if (!isOpen(operation)) {
                operation.setSecurity(
                        List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
            }
            var answers = operation.getResponses();
            if (answers == null) {
                answers = OASFactory.createAPIResponses();
                operation.setResponses(answers);
            }
            for (var code : expected(method, operation)) {
                answers.addAPIResponse(
                        code,
                        OASFactory.createAPIResponse()
                                .description(PROBLEMS.getOrDefault(code, code))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                ProblemDocument.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/ProblemDocument")))));
            }
            if (method == PathItem.HttpMethod.POST && !takes(operation, "Idempotency-Key")) {
                operation.addParameter(OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .description("Repeating the request with the same key gives the same answer")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .minLength(8)
                                .maxLength(64)));
            }
        });
    }

    /// Declared as needing no token, by an empty `@SecurityRequirements`.
    private static boolean isOpen(Operation operation) {
        return operation.getSecurity() != null && operation.getSecurity().isEmpty();
    }

    private static List<String> expected(PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.GET) {
            return List.of("400", "401", "404");
        }
        return takes(operation, "If-Match")
                ? List.of("400", "401", "403", "404", "409", "412", "422", "428")
                : List.of("400", "401", "403", "404", "409", "422");
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
    }

    private static Schema problemSchema() {
        var text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        var error = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", text)
                .addProperty("message", text);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem; `type` is `/problems/<code>` and stable")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("traceId", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(error))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status");
    }
}
