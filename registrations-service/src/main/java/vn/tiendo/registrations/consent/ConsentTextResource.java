package vn.tiendo.registrations.consent;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.registrations.consent.ConsentApi.ConsentTextView;
import vn.tiendo.registrations.consent.ConsentApi.ConsentTexts;
import vn.tiendo.registrations.consent.ConsentApi.NewConsentText;

@Path("/api/v1/members/consent-texts")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "consents")
public class ConsentTextResource {

    @Inject
    ConsentTextService texts;

    @GET
    @Operation(summary = "Show the words of every purpose that needs a consent, version by version")
    @APIResponseSchema(ConsentTexts.class)
    public ConsentTexts all() {
        return new ConsentTexts(texts.all().stream().map(ConsentTextView::of).toList());
    }

    @POST
    @Operation(summary = "Add the words that are shown from a later day on")
    @APIResponseSchema(value = ConsentTextView.class, responseCode = "201")
    public Response add(@Valid @NotNull NewConsentText wanted) {
        return Response.created(URI.create("/api/v1/members/consent-texts"))
                .entity(ConsentTextView.of(texts.add(wanted)))
                .build();
    }
}
