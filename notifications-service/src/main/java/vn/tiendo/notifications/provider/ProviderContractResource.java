package vn.tiendo.notifications.provider;

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
import vn.tiendo.notifications.preference.ChannelKind;
import vn.tiendo.notifications.provider.ProviderApi.ContractPage;
import vn.tiendo.notifications.provider.ProviderApi.ContractTerms;
import vn.tiendo.notifications.provider.ProviderApi.ContractView;
import vn.tiendo.notifications.provider.ProviderApi.NewContract;

@Path("/api/v1/provider-contracts")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "provider-contracts")
public class ProviderContractResource {

    @Inject
    ProviderService providers;

    @POST
    @Operation(
            summary = "Enter a contract with the provider of SMS or Zalo messages",
            description =
                    "It holds for the organisation and all below it, on its days, within its quota; the nearest one"
                            + " in force counts, of several the newest.")
    @APIResponseSchema(value = ContractView.class, responseCode = "201")
    public Response conclude(@Valid @NotNull NewContract content) {
        var contract = providers.conclude(content);
        return Response.created(URI.create("/api/v1/provider-contracts/" + contract.id()))
                .tag(ETags.of(contract.version()))
                .entity(providers.view(contract))
                .build();
    }

    @GET
    @Operation(summary = "List the contracts of organisations in reach, with what is left of their quotas today")
    @APIResponseSchema(ContractPage.class)
    public Response list(
            @QueryParam("channel") @Nullable ChannelKind channel,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return Page.of(providers.contracts(channel, page), page, contract -> new Cursor("", contract.id()))
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a contract with what is left of its quota today")
    @APIResponseSchema(ContractView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(providers.contract(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change what was agreed on: sender, days, quota; what goes out from now on goes by it")
    @APIResponseSchema(ContractView.class)
    public Response agree(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ContractTerms terms) {
        return answer(providers.agree(id, ifMatch, terms));
    }

    private Response answer(ProviderContract contract) {
        return Response.ok(providers.view(contract))
                .tag(ETags.of(contract.version()))
                .build();
    }
}
