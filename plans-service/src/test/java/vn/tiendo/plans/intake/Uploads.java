package vn.tiendo.kit.intake;

import static io.restassured.RestAssured.given;
import static vn.tiendo.plans.PlansWorld.get;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import vn.tiendo.kit.test.Tokens;

/// Sends files as a user would, and waits for what becomes of them.
public final class Uploads {

    public static final String ORGANISATIONS = "/api/v1/organisations/imports";
    public static final String POSTS = "/api/v1/posts/imports";

    private Uploads() {}

    public static Response upload(String subject, String path, String csv) {
        return upload(subject, path, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    public static Response upload(String subject, String path, String contentType, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .contentType(contentType)
                .body(file)
                .post(path);
    }

    /// Sends a file and answers with the import when no row waits any more.
    public static JsonPath imported(String subject, String path, String csv) {
        var sent = upload(subject, path, csv);
        sent.then().statusCode(202);
        return completed(subject, path.replaceAll("\\?.*", "") + "/" + sent.path("id"));
    }

    public static JsonPath completed(String subject, String importPath) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> get(subject, importPath).path("completedAt") != null);
        return get(subject, importPath + "?limit=200").jsonPath();
    }

    /// `4 one-organisation-per-code` for each rejected row.
    public static List<String> rejections(JsonPath completed) {
        List<Map<String, Object>> rejected = completed.getList("outcomes.findAll { it.outcome == 'REJECTED' }");
        return rejected.stream()
                .map(row -> row.get("row") + " " + row.get("code"))
                .toList();
    }
}
