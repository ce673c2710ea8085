package vn.tiendo.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

    private static WebhookSecrets sealedBy(String key) {
        var secrets = new WebhookSecrets();
        secrets.config = new WebhooksConfig() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public List<Duration> retries() {
                return List.of();
            }

            @Override
            public Duration kept() {
                return Duration.ofDays(30);
            }

            @Override
            public int most() {
                return 20;
            }
        };
        return secrets;
    }

    /// The example that the makers of the specification publish for implementers.
    @Test
    void the_published_example_is_signed_as_published() {
        assertThat(WebhookSecrets.signatures(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void two_secrets_give_two_signatures() {
        var secrets = sealedBy("a-key-of-the-tests");
        var both = WebhookSecrets.signatures(List.of(secrets.next(), secrets.next()), "id", 1, "{}");
        assertThat(both.split(" ")).hasSize(2).doesNotHaveDuplicates().allMatch(each -> each.startsWith("v1,"));
    }

    @Test
    void a_secret_has_256_bits_and_is_new_each_time() {
        var secrets = sealedBy("a-key-of-the-tests");
        var secret = secrets.next();
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
        assertThat(secrets.next()).isNotEqualTo(secret);
    }

    @Test
    void what_is_sealed_opens_by_the_same_key_alone_and_never_looks_the_same() {
        var secrets = sealedBy("a-key-of-the-tests");
        var sealed = secrets.seal("whsec_abc");
        assertThat(secrets.open(sealed)).isEqualTo("whsec_abc");
        assertThat(sealed).doesNotContain("whsec").isNotEqualTo(secrets.seal("whsec_abc"));
        var other = sealedBy("another-key-of-the-tests");
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(WebhookSecrets.SealedByAnotherKey.class);
    }
}
