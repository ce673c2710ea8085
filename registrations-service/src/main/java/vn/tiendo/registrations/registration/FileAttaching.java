package vn.tiendo.registrations.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.registrations.registration.FileResource.FileView;
import vn.tiendo.registrations.registration.RegistrationFile.ReceivedFile;

/// The part of an upload that is done once per Idempotency-Key: by then the bytes are known by their hash, so that the
/// same file under the same key gets the same answer and another file is refused.
@ApplicationScoped
@Idempotent
class FileAttaching {

    @Inject
    RegistrationFiles files;

    public Response attach(UUID registration, ReceivedFile received) {
        var file = files.attach(registration, received);
        return Response.created(URI.create("/api/v1/registrations/" + registration + "/documents/" + file.id()))
                .tag(new EntityTag(file.hash()))
                .entity(FileView.of(file))
                .build();
    }
}
