package vn.tiendo.plans.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.plans.imports.PlanImportApi.ImportView;

/// The part of sending a document that is done once per Idempotency-Key: by then the bytes are known by their hash.
@ApplicationScoped
@Idempotent
class Submitting {

    @Inject
    PlanImportService imports;

    @Inject
    CurrentActor actor;

    public Response submit(UUID organisation, SentDocument sent, String text) {
        var submitted = imports.submit(organisation, sent, text, actor.get());
        return Response.accepted(ImportView.of(submitted))
                .location(URI.create("/api/v1/plan-imports/" + submitted.id()))
                .tag(ETags.of(submitted.version()))
                .build();
    }
}
