package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tiendo.notifications.contact.Account;
import vn.tiendo.notifications.preference.PreferenceProblem.UnsubscribeLinkExpired;
import vn.tiendo.notifications.preference.PreferenceProblem.UnsubscribeLinkUnfit;

class UnsubscribeTokenTest {

    static final String KEY = "a key of some length";
    static final Instant NOW = Instant.parse("2024-05-03T01:00:00Z");
    static final UnsubscribeToken TOKEN = new UnsubscribeToken(
            new Account("https://identity.test/tiendo", "người nhận"),
            Category.BROADCAST,
            ChannelKind.EMAIL,
            NOW.plusSeconds(60));

    @Test
    void what_is_signed_is_read_and_fits_into_a_path() {
        var signed = TOKEN.signed(KEY);
        assertThat(signed).matches("[A-Za-z0-9_.-]+");
        assertThat(UnsubscribeToken.read(signed, KEY, NOW)).isEqualTo(TOKEN);
    }

    @Test
    void another_key_and_nonsense_are_refused() {
        var signed = TOKEN.signed(KEY);
        assertThatThrownBy(() -> UnsubscribeToken.read(signed, "another key of some length", NOW))
                .isInstanceOf(UnsubscribeLinkUnfit.class);
        for (var nonsense : new String[] {"", ".", "a.b", "%%.%%", signed + "A", "." + signed}) {
            assertThatThrownBy(() -> UnsubscribeToken.read(nonsense, KEY, NOW))
                    .as(nonsense)
                    .isInstanceOf(UnsubscribeLinkUnfit.class);
        }
    }

    @Test
    void it_grows_old() {
        assertThatThrownBy(() -> UnsubscribeToken.read(TOKEN.signed(KEY), KEY, NOW.plusSeconds(60)))
                .isInstanceOf(UnsubscribeLinkExpired.class);
    }
}
