package vn.tiendo.notifications.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"5.0.0", "5.1.1", "5.1.2", "5.1.10", "5.2.1", "5.4.4"})
    void an_address_or_its_mailbox_is_at_fault(String status) {
        assertThat(MailStatus.isAboutAddress(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.7", "5.1.8", "5.3.4", "5.5.1", "5.6.0", "5.7.1"})
    void the_sender_the_system_the_content_or_a_policy_says_nothing_of_the_address(String status) {
        assertThat(MailStatus.isAboutAddress(status)).isFalse();
    }
}
