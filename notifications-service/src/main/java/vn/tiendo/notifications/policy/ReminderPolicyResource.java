package vn.tiendo.notifications.policy;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.tiendo.kit.web.Cursor;
import vn.tiendo.kit.web.Page;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.policy.PolicyApi.PolicyView;

@Path("/api/v1/reminder-policies")
public class ReminderPolicyResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /// The shape of the answer, for the interface document.
    record PolicyPage(List<PolicyView> items, String nextCursor) {}

    @GET
    @Operation(summary = "List the ladders on which people are reminded")
    @APIResponse(
            responseCode = "200",
            description = "A page of policies",
            content = @Content(schema = @Schema(implementation = PolicyPage.class)))
    public Response list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var policies = page.after().isPresent() ? List.<PolicyView>of() : List.of(PolicyView.of(Ladder.SHIPPED));
        return Page.of(policies, page, policy -> new Cursor("", BEFORE_ALL)).toResponse(uri);
    }
}
