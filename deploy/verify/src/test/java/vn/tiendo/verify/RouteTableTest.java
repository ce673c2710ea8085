package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTableTest {
    static Stream<String> services() {
        return Repository.SERVICES.stream();
    }

    private final RouteTable production = new RouteTable(Repository.overlay("production"));

    @ParameterizedTest
    @MethodSource("services")
    void every_path_of_the_api_document_reaches_its_service(String service) {
        var contract = Repository.contractOf(service);
        assertThat(production.notReached(contract, service)).isEmpty();
    }

    @Test
    void a_path_that_reaches_another_service_or_none_is_named(@TempDir Path folder) throws IOException {
        var contract = Files.writeString(folder.resolve("openapi.yaml"), """
                paths:
                  /api/v1/plans/{id}/adoption: {}
                  /api/v1/reports: {}
                  /api/v1/planets/{id}: {}
                """);
        assertThat(production.notReached(contract, "plans-service"))
                .containsExactly("/api/v1/reports reaches reporting-service", "/api/v1/planets/x reaches nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans, plans-service",
        "/api/v1/plans/x/adoption, plans-service",
        "/api/v1/plan-imports/x, plans-service",
        "/api/v1/registrations/x/submission, registrations-service",
        "/api/v1/progress, reporting-service",
        "/api/v1/progress/trend, reporting-service",
        "/api/v1/timeliness/late, reporting-service",
        "/progress/board, reporting-service",
        "/progress/board/board.js, reporting-service",
        "/api/v1/notifications/stream, notifications-service",
        "/openapi/reporting, reporting-service",
        "/docs/index.html, gateway-docs"
    })
    void a_path_reaches_the_service_that_owns_it(String path, String service) {
        assertThat(production.backendOf(path)).contains(service);
    }

    @Test
    void nothing_else_is_reached() {
        for (var path : List.of("/", "/api/v1/plansX", "/api/v1/unknown", "/q/health", "/q/metrics", "/openapi/x")) {
            assertThat(production.backendOf(path)).as(path).isEqualTo(Optional.empty());
        }
    }

    @Test
    void both_overlays_route_alike() {
        var evaluation = Repository.overlay("evaluation");
        var rules = Repository.overlay("production").of("HTTPRoute").map(route -> route.at("/spec"));
        assertThat(evaluation.of("HTTPRoute").map(route -> route.at("/spec")))
                .containsExactlyElementsOf(rules.toList());
    }
}
