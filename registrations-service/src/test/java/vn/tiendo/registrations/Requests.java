package vn.tiendo.registrations;

import io.restassured.response.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Short words for what tests of commands say most often.
public final class Requests {

    private static final String PREFIX = "/api/v1/";

    private Requests() {}

    public static Response get(String token, String path) {
        return Scene.as(token).get(PREFIX + path);
    }

    public static Response create(String token, String path, Map<String, ?> body) {
        return Scene.as(token).body(body).post(PREFIX + path);
    }

    /// @return the id of what was made
    public static String made(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    /// A command on whatever version there is.
    public static Response command(String token, String path, @Nullable Map<String, ?> body) {
        return command(token, path, "*", body);
    }

    public static Response command(String token, String path, @Nullable String ifMatch, @Nullable Map<String, ?> body) {
        var request = Scene.as(token);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.body(body);
        }
        return request.post(PREFIX + path);
    }

    public static void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("type", org.hamcrest.Matchers.is("/problems/" + code));
    }
}
