package vn.tiendo.kit.sample;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Role;

/// Fails in the ways in which databases and clients make a service fail.
@Path("/api/v1/failures")
@Produces(MediaType.APPLICATION_JSON)
public class FailingResource {

    @Inject
    EntityManager entities;

    @Inject
    Session session;

    @POST
    @Path("/sql-state/{state}")
    @Transactional
    @Operation(summary = "The database refuses with a state")
    public Response sqlState(@PathParam("state") String state) {
        entities.createNativeQuery("do $$ begin raise exception 'a secret' using errcode = '" + state + "'; end $$")
                .executeUpdate();
        return Response.noContent().build();
    }

    @POST
    @Path("/connection-lost")
    @Transactional
    @Operation(summary = "The database ends the connection")
    public Response connectionLost() {
        entities.createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                .getSingleResult();
        return Response.noContent().build();
    }

    @POST
    @Path("/no-connection")
    @Operation(summary = "The pool has no connection")
    public Response noConnection() {
        session.doWork(connection -> {
            throw new SQLException("Sorry, acquisition timeout!");
        });
        return Response.noContent().build();
    }

    @POST
    @Path("/overtaken/{thing}")
    @Transactional
    @Operation(summary = "Somebody else changes the same thing and is quicker")
    public Response overtaken(@PathParam("thing") UUID id) {
        var thing = entities.find(Thing.class, id);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update thing set version = version + 1 where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate());
        thing.rename("too late");
        return Response.noContent().build();
    }

    @POST
    @Path("/defect/{thing}")
    @Transactional
    @Operation(summary = "A column that must not be empty is left empty")
    public Response defect(@PathParam("thing") UUID id) {
        entities.createNativeQuery("update thing set label = null where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        return Response.noContent().build();
    }

    @GET
    @Path("/queries/{id}")
    @Operation(summary = "Takes parameters of several types")
    public Response query(
            @PathParam("id") UUID id,
            @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("role") @Nullable Role role) {
        return Response.noContent().build();
    }
}
