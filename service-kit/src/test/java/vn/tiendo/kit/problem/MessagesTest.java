package vn.tiendo.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Locale VIETNAMESE = Locale.of("vi");

    @Test
    void both_languages_say_the_same_things_about_the_same_arguments() throws IOException {
        for (var bundle : List.of("kit_messages", "messages")) {
            var vietnamese = read(bundle + "_vi");
            var english = read(bundle + "_en");
            assertThat(vietnamese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(placeholders(vietnamese, key)).as(key).isEqualTo(placeholders(english, key));
            }
        }
    }

    @Test
    void every_refusal_of_the_kit_has_a_title_and_a_sentence() throws IOException {
        var english = read("kit_messages_en");
        var refusals = List.of(
                new KitProblem.MalformedRequest(List.of()),
                new KitProblem.InvalidCursor(),
                new KitProblem.NotSignedIn(),
                new KitProblem.RoleRequired("auditor"),
                new KitProblem.ResourceNotFound(),
                new KitProblem.OrganisationNotFound(),
                new KitProblem.VersionRequired(),
                new KitProblem.StaleVersion(),
                new KitProblem.IdempotencyKeyReused(),
                new KitProblem.InvalidIdempotencyKey());
        assertThat(refusals.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(java.util.Set.of(KitProblem.class.getPermittedSubclasses()));
        for (var refusal : refusals) {
            assertThat(english.stringPropertyNames()).contains(refusal.code(), refusal.code() + ".title");
        }
    }

    @Test
    void arguments_fill_their_places_and_a_missing_one_leaves_a_dash() {
        assertThat(Messages.find(Locale.ENGLISH, "role-required", Map.of("roles", "auditor $1 \\")))
                .hasValue("This needs one of the roles: auditor $1 \\.");
        assertThat(Messages.find(Locale.ENGLISH, "role-required", Map.of()))
                .hasValue("This needs one of the roles: –.");
    }

    @Test
    void an_unknown_key_has_no_sentence() {
        assertThat(Messages.find(VIETNAMESE, "no-such-code", Map.of())).isEmpty();
    }

    @Test
    void a_sentence_of_its_own_is_in_the_language_of_the_client() {
        var english = List.of(Locale.ENGLISH);
        assertThat(Sentences.of(english, "role-required.title", Map.of()))
                .isNotEqualTo(Sentences.of(List.of(), "role-required.title", Map.of()))
                .isEqualTo(Messages.find(Locale.ENGLISH, "role-required.title", Map.of())
                        .orElseThrow());
        assertThat(Sentences.of(english, "no-such-key", Map.of())).isEqualTo("no-such-key");
    }

    @Test
    void vietnamese_unless_english_comes_first_of_the_two() {
        assertThat(Messages.preferred(List.of())).isEqualTo(VIETNAMESE);
        assertThat(Messages.preferred(List.of(Locale.FRENCH))).isEqualTo(VIETNAMESE);
        assertThat(Messages.preferred(List.of(Locale.FRENCH, Locale.UK, VIETNAMESE)))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Messages.preferred(List.of(Locale.forLanguageTag("vi-VN"), Locale.ENGLISH)))
                .isEqualTo(VIETNAMESE);
        assertThat(Messages.preferred(List.of(Locale.forLanguageTag("*")))).isEqualTo(VIETNAMESE);
    }

    private static TreeSet<String> placeholders(Properties bundle, String key) {
        return PLACEHOLDER
                .matcher(bundle.getProperty(key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/" + bundle + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
