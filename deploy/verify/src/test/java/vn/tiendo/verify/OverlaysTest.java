package vn.tiendo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlaysTest {
    static final List<Check> OWN_CHECKS = List.of(
            new KnownKinds(),
            new StrictModels(),
            new Selectors(),
            new References(),
            new EngineReferences(),
            new EdgeClients(),
            new EdgeServices(),
            new Alerts(),
            new PodPolicy(),
            new Availability(),
            new SafeConfiguration(),
            new TopicOwnership());

    static Stream<Arguments> overlays_and_checks() {
        return Stream.of("evaluation", "production")
                .flatMap(overlay -> OWN_CHECKS.stream()
                        .map(check -> Arguments.of(overlay, check.getClass().getSimpleName(), check)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlays_and_checks")
    void nothing_is_found_in(String overlay, String name, Check check) {
        assertThat(check.check(Repository.overlay(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "production"})
    void custom_resources_satisfy_the_schemas_and_rules_of_their_operators(String overlay) {
        var definitions = Repository.customResources();
        assertThat(definitions.check(Repository.overlay(overlay))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "production"})
    void every_service_has_one_of_each(String overlay) {
        var rendered = Repository.overlay(overlay);
        for (var kind : List.of(
                "Deployment",
                "Service",
                "ServiceAccount",
                "PodDisruptionBudget",
                "NetworkPolicy",
                "HorizontalPodAutoscaler")) {
            assertThat(rendered.of(kind).map(Manifest::name)).as(kind).containsAll(Repository.SERVICES);
        }
        var counts = new TreeMap<String, Integer>();
        rendered.manifests().forEach(manifest -> counts.merge(manifest.kind(), 1, Integer::sum));
        System.out.println(overlay + ": " + rendered.manifests().size() + " objects " + counts);
    }

    @Test
    void every_rule_of_the_kinds_we_use_compiles() {
        var definitions = Repository.customResources();
        var rules = Stream.of("evaluation", "production")
                .flatMap(overlay -> Repository.overlay(overlay).manifests().stream())
                .filter(CustomResources::isCustom)
                .map(manifest -> manifest.apiVersion() + "/" + manifest.kind())
                .distinct()
                .mapToInt(definitions::compileRulesOf)
                .sum();
        assertThat(rules).isGreaterThan(100);
    }
}
