package vn.tiendo.notifications.webhook;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.webhook.WebhookApi.DeliveryPage;
import vn.tiendo.notifications.webhook.WebhookApi.DisableWebhook;
import vn.tiendo.notifications.webhook.WebhookApi.ReplayRange;
import vn.tiendo.notifications.webhook.WebhookApi.Replayed;
import vn.tiendo.notifications.webhook.WebhookApi.RotateSecret;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookContent;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookPage;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookView;
import vn.tiendo.notifications.webhook.WebhookApi.WebhookWithSecret;
import vn.tiendo.notifications.webhook.WebhookService.Made;

/// What shows a secret is not repeatable by Idempotency-Key: a kept answer would keep the secret.
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
public class WebhookResource {

    @Inject
    WebhookService webhooks;

    @POST
    @Operation(
            summary = "Register a webhook; its secret is shown this once",
            description = "Messages follow Standard Webhooks 1.0.0: headers `webhook-id` (the same for every attempt),"
                    + " `webhook-timestamp` and `webhook-signature`. Answer with a status of 2xx within ten seconds; 410"
                    + " disables the webhook.")
    @APIResponseSchema(value = WebhookWithSecret.class, responseCode = "201")
    public Response register(@Valid @NotNull WebhookContent content) {
        var made = webhooks.register(content);
        return Response.created(URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .tag(ETags.of(made.webhook().version()))
                .entity(shown(made))
                .build();
    }

    @GET
    @Operation(summary = "List the webhooks of the own subtree")
    @APIResponseSchema(WebhookPage.class)
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(webhooks.list(page), page, webhook -> new Cursor("", webhook.id()))
                .map(WebhookView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a webhook")
    @APIResponseSchema(WebhookView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(webhooks.get(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rewrite a webhook: its address, or what it hears of")
    @APIResponseSchema(WebhookView.class)
    public Response rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WebhookContent content) {
        return answer(webhooks.rewrite(id, ifMatch, content));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a webhook with its log")
    @org.eclipse.microprofile.openapi.annotations.responses.APIResponse(
            responseCode = "204",
            description = "The webhook is removed")
    public Response remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        webhooks.remove(id, ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/disablement")
    @Idempotent
    @Operation(summary = "Keep messages back until the webhook is enabled again")
    @APIResponseSchema(WebhookView.class)
    public Response disable(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DisableWebhook request) {
        return answer(webhooks.disable(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/enablement")
    @Idempotent
    @Operation(summary = "Send messages again, those that were kept back first")
    @APIResponseSchema(WebhookView.class)
    public Response enable(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(webhooks.enable(id, ifMatch));
    }

    @POST
    @Path("/{id}/secret-rotations")
    @Operation(summary = "Sign by a new secret, and for a time by the former one as well")
    @APIResponseSchema(value = WebhookWithSecret.class, responseCode = "201")
    public Response rotate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RotateSecret request) {
        var made = webhooks.rotate(id, ifMatch, request.overlapHours());
        return Response.status(Response.Status.CREATED)
                .tag(ETags.of(made.webhook().version()))
                .entity(shown(made))
                .build();
    }

    @POST
    @Path("/{id}/trials")
    @Idempotent
    @Operation(summary = "Send a message that means nothing, to see whether it arrives")
    @APIResponseSchema(value = WebhookView.class, responseCode = "202")
    public Response tryOut(@PathParam("id") UUID id) {
        return Response.accepted(WebhookView.of(webhooks.tryOut(id))).build();
    }

    @POST
    @Path("/{id}/replays")
    @Idempotent
    @Operation(summary = "Send again what was created in a range of time, up to 10,000 messages")
    @APIResponseSchema(Replayed.class)
    public Response replay(@PathParam("id") UUID id, @Valid @NotNull ReplayRange range) {
        return Response.ok(webhooks.replay(id, range)).build();
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(summary = "Read the log of deliveries, the newest first")
    @APIResponseSchema(DeliveryPage.class)
    public Response deliveries(
            @PathParam("id") UUID id,
            @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(webhooks.log(id, status, from, to, page), page, line -> new Cursor("", line.id()))
                .toResponse(uri);
    }

    private static WebhookWithSecret shown(Made made) {
        return new WebhookWithSecret(WebhookView.of(made.webhook()), made.secret());
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .tag(ETags.of(webhook.version()))
                .build();
    }
}
