package vn.tiendo.registrations.consent;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.registrations.consent.ConsentApi.ConsentPage;
import vn.tiendo.registrations.consent.ConsentApi.ConsentStandings;
import vn.tiendo.registrations.consent.ConsentApi.ConsentView;
import vn.tiendo.registrations.consent.ConsentApi.NewConsent;

@Path("/api/v1/members/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "consents")
public class ConsentResource {

    @Inject
    ConsentService consents;

    @GET
    @Operation(summary = "Show what a person consents to today, purpose by purpose")
    @APIResponseSchema(ConsentStandings.class)
    public ConsentStandings standings(@PathParam("id") UUID id) {
        return ConsentStandings.of(consents.standings(id));
    }

    @GET
    @Path("/history")
    @Operation(summary = "List every consent and withdrawal of a person as proof, the newest first")
    @APIResponseSchema(ConsentPage.class)
    public Response history(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(consents.history(id, page), page, ConsentAnswer::place)
                .map(ConsentView::of)
                .toResponse(uri);
    }

    @POST
    @Operation(summary = "Enter a consent that a person signed on paper")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response give(@PathParam("id") UUID id, @Valid @NotNull NewConsent wanted, @Context UriInfo uri) {
        return ConsentAnswer.added(consents.give(id, wanted), uri);
    }

    @POST
    @Path("/{purpose}/withdrawal")
    @Operation(summary = "Enter that a person withdrew a consent; it takes effect at once")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response withdraw(
            @PathParam("id") UUID id, @PathParam("purpose") ConsentPurpose purpose, @Context UriInfo uri) {
        return ConsentAnswer.added(consents.withdraw(id, purpose), uri);
    }
}
