package vn.tiendo.plans.plan;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.plan.PlanApi.PlanView;

/// What can be taken away while a plan is a draft.
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class DraftResource {

    @Inject
    DraftDeletion drafts;

    @Inject
    PlanAnswers answers;

    @Inject
    CurrentActor actor;

    @Context
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    HttpHeaders headers;

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a draft that was never adopted, with its obligations and files")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        drafts.delete(id, ifMatch, actor.get());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}/obligations/{obligation}")
    @Operation(summary = "Take an obligation out of a draft; the others stay as they are")
    @APIResponseSchema(PlanView.class)
    public Response withdraw(
            @PathParam("id") UUID id,
            @PathParam("obligation") UUID obligation,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var plan = drafts.withdraw(id, obligation, ifMatch, actor.get());
        return Response.ok(answers.of(plan, headers.getAcceptableLanguages()))
                .tag(ETags.of(plan.version()))
                .build();
    }
}
