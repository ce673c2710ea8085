package vn.tiendo.notifications.channel;

import java.util.Set;

/// Enhanced status codes of mail systems (RFC 3463).
final class MailStatus {

    /// The mail system, the protocol, the content, or a policy.
    private static final Set<String> OTHER_SUBJECTS = Set.of("3", "5", "6", "7");

    /// Of the sender's address.
    private static final Set<String> OF_SENDER = Set.of("7", "8");

    private MailStatus() {}

    /// Whether a refusal is about the address or its mailbox, so that every other message would come back as well.
    static boolean isAboutAddress(String status) {
        var parts = status.split("\\.");
        return !OTHER_SUBJECTS.contains(parts[1]) && !(parts[1].equals("1") && OF_SENDER.contains(parts[2]));
    }
}
