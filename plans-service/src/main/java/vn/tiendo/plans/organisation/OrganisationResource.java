package vn.tiendo.plans.organisation;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.time.Days;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.plans.organisation.OrganisationApi.Correction;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationApi.OrganisationPage;
import vn.tiendo.plans.organisation.OrganisationApi.OrganisationView;
import vn.tiendo.plans.organisation.OrganisationApi.PlacedOrganisation;
import vn.tiendo.plans.organisation.OrganisationApi.PlacedOrganisationPage;
import vn.tiendo.plans.organisation.OrganisationApi.Settings;

@Path("/api/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "organisations")
public class OrganisationResource {

    @Inject
    OrganisationService organisations;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    @POST
    @Operation(summary = "Add an organisation to the tree")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    public Response create(@Valid @NotNull NewOrganisation request) {
        var organisation = organisations.create(request, actor.get());
        return Response.created(URI.create("/api/v1/organisations/" + organisation.id()))
                .tag(ETags.of(organisation.version()))
                .entity(OrganisationView.of(organisation))
                .build();
    }

    @GET
    @Operation(summary = "List the organisations in reach")
    @APIResponseSchema(OrganisationPage.class)
    public Response list(
            @QueryParam("code") @Nullable String code,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("parent") @Nullable UUID parent,
            @QueryParam("name") @Nullable String name,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("updatedSince") @Nullable Instant updatedSince,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var filter = new OrganisationFilter(code, kind, parent, name, asOf, updatedSince);
        return Page.of(organisations.list(actor.get(), filter, page), page, found -> new Cursor("", found.id()))
                .map(OrganisationView::of)
                .toResponse(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an organisation")
    @APIResponseSchema(OrganisationView.class)
    public Response get(@PathParam("id") UUID id) {
        var organisation = organisations.get(id, actor.get());
        return Response.ok(OrganisationView.of(organisation))
                .tag(ETags.of(organisation.version()))
                .build();
    }

    @GET
    @Path("/{id}/subtree")
    @Operation(summary = "Read the subtree as it stood on a day")
    @APIResponseSchema(PlacedOrganisationPage.class)
    public Response subtree(
            @PathParam("id") UUID id,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var day = asOf == null ? Days.dayOf(clock.instant()) : asOf;
        return Page.of(
                        organisations.subtree(id, day, actor.get(), page),
                        page,
                        found -> new Cursor(found.path(), found.organisationId()))
                .map(PlacedOrganisation::of)
                .toResponse(uri);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Correct how the name of an organisation is written")
    @APIResponseSchema(OrganisationView.class)
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Correction correction) {
        var organisation = organisations.correct(id, ifMatch, correction, actor.get());
        return Response.ok(OrganisationView.of(organisation))
                .tag(ETags.of(organisation.version()))
                .build();
    }

    @PUT
    @Path("/{id}/settings")
    @Operation(summary = "Change how an organisation's deadlines are read")
    @APIResponseSchema(OrganisationView.class)
    public Response set(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Settings settings) {
        var organisation = organisations.set(id, ifMatch, settings, actor.get());
        return Response.ok(OrganisationView.of(organisation))
                .tag(ETags.of(organisation.version()))
                .build();
    }
}
