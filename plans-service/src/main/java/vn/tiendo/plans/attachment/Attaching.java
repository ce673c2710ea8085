package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.plans.attachment.AttachmentApi.DocumentView;

/// The part of an upload that is done once per Idempotency-Key: by then the bytes are known by their hash, so that the
/// same file under the same key gets the same answer and another file is refused.
@ApplicationScoped
@Idempotent
class Attaching {

    @Inject
    AttachmentService attachments;

    @Inject
    CurrentActor actor;

    public Response attach(UUID plan, ReceivedDocument received) {
        var attachment = attachments.attach(plan, received, actor.get());
        return Response.created(URI.create("/api/v1/plans/" + plan + "/documents/" + attachment.id()))
                .tag(new EntityTag(attachment.hash()))
                .entity(DocumentView.of(attachment))
                .build();
    }
}
