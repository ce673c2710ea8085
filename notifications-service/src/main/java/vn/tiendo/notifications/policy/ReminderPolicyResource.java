package vn.tiendo.notifications.policy;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.policy.PolicyApi.NewPolicy;
import vn.tiendo.notifications.policy.PolicyApi.PolicyChange;
import vn.tiendo.notifications.policy.PolicyApi.PolicyEnding;
import vn.tiendo.notifications.policy.PolicyApi.PolicyPage;
import vn.tiendo.notifications.policy.PolicyApi.PolicyView;

@Path("/api/v1/reminder-policies")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "reminder-policies")
public class ReminderPolicyResource {

    @Inject
    ReminderPolicyService policies;

    @Inject
    CurrentActor actor;

    @POST
    @Operation(summary = "Say when an organisation and all below it are reminded, and who is told")
    @APIResponseSchema(value = PolicyView.class, responseCode = "201")
    public Response make(@Valid @NotNull NewPolicy content) {
        var policy = policies.make(content, actor.get());
        return Response.created(URI.create("/api/v1/reminder-policies/" + policy.id()))
                .tag(ETags.of(policy.version()))
                .entity(PolicyView.of(policy))
                .build();
    }

    @GET
    @Operation(
            summary = "List the ladders on which people are reminded",
            description = "Those of the caller's subtrees and those inherited from above; the shipped one, which holds"
                    + " where no other does, is last. The nearest organisation decides, there what is made for the"
                    + " kind before what is for every kind, and of these the newest.")
    @APIResponseSchema(PolicyPage.class)
    public Response list(
            @QueryParam("organisation") @Parameter(description = "Only what can hold there") @Nullable
                    UUID organisation,
            @QueryParam("obligationKind") @Nullable String obligationKind,
            @QueryParam("on") @Parameter(description = "Only what holds on this day") @Nullable LocalDate on,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = Page.of(
                policies.list(actor.get(), organisation, obligationKind, on, page),
                page,
                policy -> new Cursor("", policy.id()));
        var views = new ArrayList<>(found.map(PolicyView::of).items());
        if (found.nextCursor() == null) {
            views.add(PolicyView.shipped());
        }
        return new Page<>(views, found.nextCursor()).toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a reminder policy")
    @APIResponseSchema(PolicyView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(policies.get(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change the rungs of a policy; what is still ahead is planned anew")
    @APIResponseSchema(PolicyView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PolicyChange change) {
        return answer(policies.change(id, ifMatch, change, actor.get()));
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "Give a policy a last day; afterwards what is inherited holds again")
    @APIResponseSchema(PolicyView.class)
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PolicyEnding ending) {
        return answer(policies.end(id, ifMatch, ending, actor.get()));
    }

    private static Response answer(ReminderPolicy policy) {
        return Response.ok(PolicyView.of(policy))
                .tag(ETags.of(policy.version()))
                .build();
    }
}
