package vn.tiendo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The files that the cluster is given too.
class RouteFilesTest {

    private static final Map<String, String> RESOURCES = Map.of(
            "plans-service",
            "organisations organisation-kinds known-documents restructurings posts calendars themes plans plan-imports "
                    + "assignments activities deadline-previews calendar-feeds",
            "registrations-service",
            "members campaigns registration-forms registrations exemptions nominations good-deeds ratings "
                    + "data-subject-requests",
            "reporting-service",
            "report-regimes reports progress timeliness",
            "notifications-service",
            "notifications reminder-policies reminder-previews message-templates broadcasts preferences "
                    + "preference-defaults webhooks deliveries contact-points channels provider-contracts "
                    + "provider-templates");

    private final RouteTable table = RouteTable.read(
            Path.of("../k8s/routes"),
            "tiendo",
            Set.of(
                    "plans-service",
                    "registrations-service",
                    "reporting-service",
                    "notifications-service",
                    "gateway-docs"));

    @Test
    void every_resource_has_exactly_one_route_and_it_leads_to_its_owner() {
        RESOURCES.forEach((service, resources) -> Arrays.stream(resources.split(" "))
                .forEach(resource -> {
                    var path = "/api/v1/" + resource;
                    assertThat(table.matches().stream().filter(match -> match.matches(path + "/1")))
                            .as(path)
                            .singleElement()
                            .extracting(RouteMatch::service)
                            .isEqualTo(service);
                    assertThat(table.find(path).orElseThrow().service()).isEqualTo(service);
                }));
    }

    @Test
    void nothing_else_is_routed_but_the_api_documents_the_inbox_stream_and_the_pages() {
        var known = RESOURCES.values().stream()
                .flatMap(resources -> Arrays.stream(resources.split(" ")))
                .map(resource -> "/api/v1/" + resource)
                .toList();
        assertThat(table.matches())
                .extracting(RouteMatch::path)
                .filteredOn(path -> !known.contains(path))
                .containsExactlyInAnyOrder(
                        "/openapi/plans",
                        "/openapi/registrations",
                        "/openapi/reporting",
                        "/openapi/notifications",
                        "/api/v1/notifications/stream",
                        "/progress/board",
                        "/docs");
    }

    @Test
    void each_api_document_comes_from_its_service() {
        for (var service : RESOURCES.keySet()) {
            var path = "/openapi/" + service.replace("-service", "");
            assertThat(table.find(path).orElseThrow().service()).isEqualTo(service);
        }
    }

    @Test
    void the_page_of_progress_comes_with_its_parts_from_the_service_that_counts() {
        for (var path : new String[] {"/progress/board", "/progress/board/board.js"}) {
            assertThat(table.find(path).orElseThrow().service()).isEqualTo("reporting-service");
        }
        assertThat(table.find("/progress")).isEmpty();
    }

    @Test
    void only_the_inbox_stream_may_last_for_ever() {
        assertThat(table.matches().stream().filter(match -> match.timeout().equals(Optional.of(Duration.ZERO))))
                .extracting(RouteMatch::path)
                .containsExactly("/api/v1/notifications/stream");
    }
}
