package vn.tiendo.registrations.registration;

import jakarta.ws.rs.core.Response;
import vn.tiendo.kit.web.ETags;
import vn.tiendo.registrations.registration.RegistrationApi.RegistrationView;

/// What every command on a registration answers.
final class Answers {

    private Answers() {}

    static Response of(Registration registration) {
        return Response.ok(RegistrationView.of(registration))
                .tag(ETags.of(registration.version()))
                .build();
    }
}
