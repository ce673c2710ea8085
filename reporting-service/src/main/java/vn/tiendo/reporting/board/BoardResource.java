package vn.tiendo.reporting.board;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Serves the page and its parts. They are public and hold no data: whoever looks brings a token, which never comes
/// here but with the calls that the page makes to the interface.
@Path("/progress/board")
public class BoardResource {

    /// Own files alone: no inline script or style, no other host, no frame around the page.
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html;charset=UTF-8",
            "css",
            "text/css;charset=UTF-8",
            "js",
            "text/javascript;charset=UTF-8",
            "svg",
            "image/svg+xml");

    private static final String PAGE = "board.html";

    /// Whatever else lies on the class path is nobody's business.
    private static final Set<String> PARTS =
            Set.of("board.css", "board.js", "api.js", "views.js", "words.js", "dom.js", "icon.svg");

    @GET
    @Operation(hidden = true)
    public Response page() {
        return file(PAGE);
    }

    @GET
    @Path("/{part}")
    @Operation(hidden = true)
    public Response part(@PathParam("part") String part) {
        if (!PARTS.contains(part)) {
            throw new NotFoundException();
        }
        return file(part);
    }

    private static Response file(String name) {
        var content = BoardResource.class.getResourceAsStream("/board/" + name);
        if (content == null) {
            throw new IllegalStateException("The page lacks " + name);
        }
        return Response.ok(content)
                .header("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
