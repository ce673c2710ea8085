package vn.tiendo.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiDefaultsTest {

    @Test
    void every_operation_asks_for_a_token_and_names_its_problems() {
        var document = document();
        for (var operation :
                new String[] {"'/api/v1/things'.post", "'/api/v1/things'.get", "'/api/v1/things/{id}'.put"}) {
            assertThat(document.getList("paths." + operation + ".security.bearer"))
                    .as(operation)
                    .hasSize(1);
            assertThat(document.getString(
                            "paths." + operation + ".responses.'401'.content.'application/problem+json'.schema.'$ref'"))
                    .isEqualTo("#/components/schemas/ProblemDocument");
        }
        assertThat(document.getString("components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
    }

    @Test
    void a_post_takes_an_idempotency_key_once_and_a_change_names_412_and_428() {
        var document = document();
        assertThat(document.getList("paths.'/api/v1/things'.post.parameters.name", String.class))
                .containsOnlyOnce("Idempotency-Key");
        assertThat(document.getMap("paths.'/api/v1/things/{id}'.put.responses")).containsKeys("412", "428");
    }

    private static JsonPath document() {
        return given().accept("application/json")
                .get("/openapi/sample")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
