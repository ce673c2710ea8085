package vn.tiendo.notifications.preference;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// For those who follow a link in a message; its token stands for signing in.
@Path(UnsubscribeLinks.PATH + "{token}")
@Produces(UnsubscribePage.HTML)
@Tag(name = "preferences")
public class UnsubscribeResource {

    @Inject
    UnsubscribeLinks links;

    @Inject
    PreferenceService preferences;

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "See what a link in a message would switch off; nothing is changed yet")
    @APIResponse(
            responseCode = "200",
            description = "A page with a button",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response ask(@PathParam("token") String token, @Context HttpHeaders headers) {
        return UnsubscribePage.ask(links.read(token), headers.getAcceptableLanguages());
    }

    @POST
    @PermitAll
    @SecurityRequirements
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Switch off what a link in a message names, by one click (RFC 8058)",
            description = "Repeating it changes nothing more. What is mandatory is refused.")
    @APIResponse(
            responseCode = "200",
            description = "A page that says so",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response switchOff(@PathParam("token") String token, @Context HttpHeaders headers) {
        var read = links.read(token);
        preferences.switchOff(read.account(), read.category(), read.channel());
        return UnsubscribePage.done(read, headers.getAcceptableLanguages());
    }
}
