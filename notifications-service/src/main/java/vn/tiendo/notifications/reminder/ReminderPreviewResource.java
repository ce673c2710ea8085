package vn.tiendo.notifications.reminder;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.web.PageRequest;
import vn.tiendo.notifications.reminder.ReminderPreviewApi.PreviewView;

@Path("/api/v1/reminder-previews")
public class ReminderPreviewResource {

    @Inject
    ReminderPreviews previews;

    /// The shape of the answer, for the interface document.
    record PreviewPage(List<PreviewView> items, String nextCursor) {}

    @GET
    @Operation(summary = "Tell who is reminded of what on a day, and why")
    @APIResponse(
            responseCode = "200",
            description = "A page of reminders",
            content = @Content(schema = @Schema(implementation = PreviewPage.class)))
    public Response on(
            @QueryParam("on") @NotNull LocalDate on,
            @QueryParam("organisation") @Parameter(description = "With everything below it") @Nullable
                    UUID organisation,
            @QueryParam("plan") @Nullable UUID plan,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return previews.on(on, organisation, plan, page).toResponse(uri);
    }
}
