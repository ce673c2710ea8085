package vn.tiendo.notifications.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/// A name says nothing: what it resolves to at each attempt is judged, and called.
class ResolvedAddressesTest {

    private static final String URL = "https://hook.example/x";

    private final GuardedAddresses addresses = new GuardedAddresses();

    @Test
    void one_address_inside_among_public_ones_is_enough_to_refuse() {
        addresses.with("hook.example", "1.1.1.1", "10.0.0.5");
        assertThat(catchThrowableOfType(AddressRefused.class, () -> addresses.resolve(URL))
                        .isInside())
                .isTrue();
    }

    @Test
    void a_name_that_was_public_when_it_was_entered_and_leads_inside_later_is_refused_then() throws Exception {
        addresses.with("hook.example", "1.1.1.1").require(URL);
        addresses.with("hook.example", "169.254.169.254");
        assertThat(catchThrowableOfType(AddressRefused.class, () -> addresses.resolve(URL))
                        .isInside())
                .isTrue();
    }

    @Test
    void the_connection_goes_to_what_was_judged_whatever_the_name_says_a_moment_later() throws Exception {
        var destination = addresses.with("hook.example", "1.1.1.1").resolve(URL);
        addresses.with("hook.example", "127.0.0.1");
        assertThat(destination.address().getHostAddress()).isEqualTo("1.1.1.1");
        assertThat(destination.host()).isEqualTo("hook.example");
    }

    @Test
    void a_name_that_does_not_resolve_yet_may_be_entered() throws Exception {
        addresses.require("https://later.example/x");
    }
}
