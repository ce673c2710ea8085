package vn.tiendo.registrations.consent;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.registrations.consent.ConsentApi.ConsentView;

/// How acts are answered, whether they are one's own or another's.
final class ConsentAnswer {

    private ConsentAnswer() {}

    static Cursor place(Consent act) {
        return new Cursor(act.recordedAt().toString(), act.id());
    }

    static Response added(Consent act, UriInfo uri) {
        return Response.created(uri.getAbsolutePath())
                .entity(ConsentView.of(act))
                .build();
    }
}
