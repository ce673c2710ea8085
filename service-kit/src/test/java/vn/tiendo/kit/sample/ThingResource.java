package vn.tiendo.kit.sample;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.problem.Kind;
import vn.tiendo.kit.problem.KitProblem;
import vn.tiendo.kit.reach.KeptPaths;
import vn.tiendo.kit.reach.ReachRepository;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;

@Path("/api/v1/things")
@Idempotent
public class ThingResource {

    @Inject
    Things things;

    @Inject
    CurrentActor actor;

    @Inject
    ReachRepository organisations;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    record NewThing(
            @NotNull UUID organisationId,
            @NotBlank @Size(max = 40) String label) {}

    record ThingView(UUID id, String label) {
        static ThingView of(Thing thing) {
            return new ThingView(thing.id(), thing.label());
        }
    }

    static final class ThingRefused extends DomainProblem {
        private static final long serialVersionUID = 1L;

        ThingRefused() {
            super(Kind.RULE, "thing-refused", java.util.Map.of());
        }
    }

    @ApplicationScoped
    static class Things implements PanacheRepositoryBase<Thing, UUID> {
        @Produces
        static final KeptPaths PATHS = new KeptPaths("thing", "organisation_path");
    }

    @POST
    @Transactional
    @Operation(summary = "Make a thing")
    public Response make(@Valid @NotNull NewThing request) {
        var organisation =
                organisations.get(request.organisationId, actor.get().reach(Role.COMMITTEE_OFFICER, Role.AUDITOR));
        var post = actor.get().require(organisation.path(), Role.COMMITTEE_OFFICER);
        if (request.label.equals("refused")) {
            throw new ThingRefused();
        }
        var thing = new Thing(organisation.id(), organisation.path(), request.label);
        things.persist(thing);
        outbox.add(Thing.STREAM, thing, "held");
        audit.record(actor.get(), post, "make-thing", "thing", thing.id(), null, ThingView.of(thing));
        if (request.label.equals("broken")) {
            throw new IllegalStateException("a defect with a secret in its message");
        }
        return Response.created(URI.create("/api/v1/things/" + thing.id()))
                .tag(ETags.of(thing.version()))
                .entity(ThingView.of(thing))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Rename a thing")
    public Response rename(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewThing request) {
        var thing = things.findByIdOptional(id).orElseThrow(KitProblem.ResourceNotFound::new);
        ETags.requireMatch(ifMatch, thing.version());
        thing.rename(request.label);
        outbox.add(Thing.STREAM, thing, "corrected");
        return Response.ok(ThingView.of(thing)).tag(ETags.of(thing.version())).build();
    }

    @POST
    @Path("/{id}/renaming")
    @Transactional
    @Operation(summary = "Rename a thing by a command")
    public Response command(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewThing request) {
        return rename(id, ifMatch, request);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a thing")
    public Response get(@PathParam("id") UUID id) {
        var reach = actor.get().reach(Role.COMMITTEE_OFFICER, Role.AUDITOR);
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        parameters.put("id", id);
        var query = things.getEntityManager()
                .createQuery("from Thing t where t.id = :id and " + reach.condition("t.organisationPath"), Thing.class);
        parameters.forEach(query::setParameter);
        var thing = query.getResultStream().findFirst().orElseThrow(KitProblem.ResourceNotFound::new);
        return Response.ok(ThingView.of(thing)).tag(ETags.of(thing.version())).build();
    }

    /// Open to those who know the secret.
    @GET
    @Path("/open/{secret}")
    @PermitAll
    public Response open(@PathParam("secret") String secret) {
        return Response.ok(secret).build();
    }

    @GET
    @Operation(summary = "List the things in reach")
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var reach = actor.get().reach(Role.COMMITTEE_OFFICER, Role.AUDITOR);
        var parameters = new HashMap<String, Object>();
        reach.bind(parameters);
        var after = page.after().map(Cursor::id).orElse(new UUID(0, 0));
        parameters.put("after", after);
        var query = things.getEntityManager()
                .createQuery(
                        "from Thing t where " + reach.condition("t.organisationPath")
                                + " and t.id > :after order by t.id",
                        Thing.class);
        parameters.forEach(query::setParameter);
        var found = query.setMaxResults(page.lookFor()).getResultList();
        return Page.of(found, page, thing -> new Cursor("", thing.id()))
                .map(ThingView::of)
                .toResponse(uri);
    }
}
