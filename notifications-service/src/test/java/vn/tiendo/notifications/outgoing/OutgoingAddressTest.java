package vn.tiendo.notifications.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// As in production: nothing inside a network is called, whatever the address looks like.
class OutgoingAddressTest {

    private final OutgoingAddress addresses = new OutgoingAddress();

    OutgoingAddressTest() {
        addresses.config = new OutgoingConfig() {
            @Override
            public boolean allowLocal() {
                return false;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.1.10:8443/x",
                "https://localhost/x"
            })
    void what_resolves_to_an_address_inside_a_network_is_refused_when_it_is_entered_and_at_every_attempt(String url) {
        assertThat(catchThrowableOfType(AddressRefused.class, () -> addresses.require(url))
                        .isInside())
                .isTrue();
        assertThat(catchThrowableOfType(AddressRefused.class, () -> addresses.resolve(url))
                        .isInside())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/x",
                "ftp://1.1.1.1/x",
                "file:///etc/passwd",
                "https://user:password@1.1.1.1/x",
                "https://1.1.1.1/x#y",
                "https:///x",
                "no address"
            })
    void what_is_not_https_with_a_host_alone_is_refused(String url) {
        assertThat(catchThrowableOfType(AddressRefused.class, () -> addresses.require(url))
                        .isInside())
                .isFalse();
    }

    @Test
    void the_address_that_was_judged_is_the_one_that_is_called() throws Exception {
        var destination = addresses.resolve("https://1.1.1.1:8443/hook?x=1");
        assertThat(destination.address().getHostAddress()).isEqualTo("1.1.1.1");
        assertThat(destination.port()).isEqualTo(8443);
        assertThat(destination.secure()).isTrue();
        assertThat(destination.target()).isEqualTo("/hook?x=1");
    }

    @Test
    void a_number_that_is_an_address_in_disguise_is_no_way_in() {
        assertThatThrownBy(() -> addresses.resolve("https://2130706433/x")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> addresses.resolve("https://0x7f000001/x")).isInstanceOf(Exception.class);
    }
}
