package vn.tiendo.notifications.channel;

import java.util.Set;

/// Enhanced status codes of mail systems (RFC 3463).
final class MailStatus {

    /// The mail system, the protocol, the content, or a policy.
    private static final Set<String> OTHER_SUBJECTS = Set.of("3", "5", "6", "7");

    private MailStatus() {}

    /// Whether a refusal is about the address or its mailbox, so that every other message would come back as well.
    static boolean isAboutAddress(String status) {
        return !OTHER_SUBJECTS.contains(status.split("\\.")[1]);
    }
}
