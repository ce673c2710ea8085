package vn.tiendo.kit.reach;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.inbox.EventHandler;
import vn.tiendo.kit.inbox.ReceivedEvent;
import vn.tiendo.kit.security.Role;

/// The consumers that keep the projection of organisations and posts; a service that is not their owner makes both
/// beans.
public final class ReachEvents {

    private ReachEvents() {}

    private record OrganisationState(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable UUID parentId,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private record PostState(
            UUID id,
            UUID organisationId,
            Role role,
            String holderIssuer,
            String holderSubject,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID deputyOf) {}

    /// Extend with an `@ApplicationScoped` class in services that consume `plans.organisation.v1`.
    @Vetoed
    public abstract static class Organisations implements EventHandler {
        @Inject
        ReachRepository reach;

        @Override
        public String topic() {
            return "plans.organisation.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            var state = event.as(OrganisationState.class);
            reach.put(new KnownOrganisation(
                    state.id,
                    state.code,
                    state.name,
                    state.kind,
                    state.parentId,
                    state.path,
                    state.validFrom,
                    state.validTo));
        }
    }

    /// Extend with an `@ApplicationScoped` class in services that consume `plans.post.v1`.
    @Vetoed
    public abstract static class Posts implements EventHandler {
        @Inject
        ReachRepository reach;

        @Override
        public String topic() {
            return "plans.post.v1";
        }

        @Override
        public void on(ReceivedEvent event) {
            var state = event.as(PostState.class);
            reach.put(new KnownPost(
                    state.id,
                    state.organisationId,
                    state.role,
                    state.holderIssuer,
                    state.holderSubject,
                    state.validFrom,
                    state.validTo,
                    state.deputyOf));
        }
    }
}
