package vn.tiendo.registrations.member;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static vn.tiendo.registrations.Scene.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Sends files of members as an office would, and waits for what becomes of them.
final class MemberFiles {

    private MemberFiles() {}

    static Response upload(String token, String query, String csv) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(MemberRows.PATH + query);
    }

    static JsonPath imported(String token, String query, String csv) {
        return completed(
                token,
                upload(token, query, csv).then().statusCode(202).extract().path("id"));
    }

    static JsonPath completed(String token, String id) {
        var path = MemberRows.PATH + "/" + id;
        await().atMost(Duration.ofSeconds(90)).until(() -> as(token).get(path).path("completedAt") != null);
        return as(token).get(path + "?limit=200").jsonPath();
    }

    /// `4 row-twice` for each rejected row.
    static List<String> rejections(JsonPath completed) {
        List<Map<String, Object>> rejected = completed.getList("outcomes.findAll { it.outcome == 'REJECTED' }");
        return rejected.stream()
                .map(row -> row.get("row") + " " + row.get("code"))
                .toList();
    }
}
