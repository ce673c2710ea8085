package vn.tiendo.notifications.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tiendo.kit.reach.KnownOrganisation;
import vn.tiendo.kit.security.Role;
import vn.tiendo.kit.test.TestTree;
import vn.tiendo.kit.test.Tokens;
import vn.tiendo.notifications.TestWork;
import vn.tiendo.notifications.outgoing.GuardedAddresses;
import vn.tiendo.notifications.outgoing.OutgoingAddress;

/// Webhooks with the guard on, as in production.
@QuarkusTest
class WebhookGuardTest {

    private static final String PATH = "/api/v1/webhooks";

    private final GuardedAddresses names = new GuardedAddresses();
    private KnownOrganisation province;
    private String administrator;

    @BeforeEach
    void guard() {
        QuarkusMock.installMockForType(names, OutgoingAddress.class);
        province = TestTree.aRoot();
        administrator = TestTree.aHolderOf(Role.ADMINISTRATOR, province);
    }

    @Test
    void _422_when_the_address_leads_inside() {
        names.with("inside.example", "192.168.1.7");
        register("https://inside.example/hook")
                .then()
                .statusCode(422)
                .body("type", is("/problems/webhook-address-private"));
    }

    @Test
    void a_name_that_leads_inside_since_it_was_registered_is_not_called() {
        try (var inside = new Receiver()) {
            names.with("hook.example", "1.1.1.1");
            var url = inside.url("/hook").replace("http://127.0.0.1", "https://hook.example");
            var id = register(url).then().statusCode(201).extract().<String>path("webhook.id");
            names.with("hook.example", "127.0.0.1");
            TestWork.anAssignment(province, LocalDate.of(2031, 5, 5)).send();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> as().get(PATH + "/" + id + "/deliveries")
                            .<List<String>>path("items.lastFault")
                            .contains("webhook-address-private"));
            assertThat(inside.calls()).isEmpty();
        }
    }

    private Response register(String url) {
        return as().contentType(ContentType.JSON)
                .body(Map.of("organisationId", province.id(), "url", url, "eventTypes", List.of("*")))
                .post(PATH);
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(Tokens.of(administrator));
    }
}
