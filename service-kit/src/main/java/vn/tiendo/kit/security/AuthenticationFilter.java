package vn.tiendo.kit.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/// Nothing under `/api` is answered without a valid token: a resource that forgets to ask is closed, not open.
///
/// Posts are read by those who ask for them.
///
/// Only a method that is itself `@PermitAll` is open, for those who show another secret, such as the address of a
/// feed.
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    @Inject
    CurrentActor actor;

    @Context
    @SuppressWarnings("NullAway.Init") // set by the runtime, as injected fields are
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("/api/")
                && !resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            actor.withoutPosts();
        }
    }
}
