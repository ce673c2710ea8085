package vn.tiendo.notifications.preference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tiendo.notifications.preference.UnsubscribeTokenTest.KEY;
import static vn.tiendo.notifications.preference.UnsubscribeTokenTest.NOW;
import static vn.tiendo.notifications.preference.UnsubscribeTokenTest.TOKEN;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.tiendo.notifications.preference.PreferenceProblem.UnsubscribeLinkUnfit;

class UnsubscribeTokenPropertiesTest {

    @Property(tries = 300)
    void a_single_changed_character_is_refused(@ForAll @IntRange(min = 0, max = 500) int at) {
        var signed = TOKEN.signed(KEY);
        var place = at % (signed.length() - 1); // the last one has bits that say nothing
        var other = signed.charAt(place) == 'A' ? 'B' : 'A';
        var changed = signed.substring(0, place) + other + signed.substring(place + 1);
        assertThatThrownBy(() -> UnsubscribeToken.read(changed, KEY, NOW)).isInstanceOf(UnsubscribeLinkUnfit.class);
    }
}
