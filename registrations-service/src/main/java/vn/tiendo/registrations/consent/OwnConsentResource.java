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

@Path("/api/v1/members/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "consents")
public class OwnConsentResource {

    @Inject
    ConsentService consents;

    @GET
    @Operation(summary = "Show what oneself consents to today, purpose by purpose")
    @APIResponseSchema(ConsentStandings.class)
    public ConsentStandings standings() {
        return ConsentStandings.of(consents.standings(null));
    }

    @GET
    @Path("/history")
    @Operation(summary = "List every own consent and withdrawal, the newest first")
    @APIResponseSchema(ConsentPage.class)
    public Response history(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(consents.history(null, page), page, ConsentAnswer::place)
                .map(ConsentView::of)
                .toResponse(uri);
    }

    @POST
    @Operation(summary = "Consent to one purpose, in the words that were shown")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response give(@Valid @NotNull NewConsent wanted, @Context UriInfo uri) {
        return ConsentAnswer.added(consents.give(null, wanted), uri);
    }

    @POST
    @Path("/{purpose}/withdrawal")
    @Operation(summary = "Withdraw one's own consent; it takes effect at once and needs no reason")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response withdraw(@PathParam("purpose") ConsentPurpose purpose, @Context UriInfo uri) {
        return ConsentAnswer.added(consents.withdraw(null, purpose), uri);
    }
}
