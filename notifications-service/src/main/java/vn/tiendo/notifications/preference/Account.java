package vn.tiendo.notifications.preference;

import vn.tiendo.notifications.inbox.Notification;

/// Whose wishes they are: the issuer and subject of its tokens.
record Account(String issuer, String subject) {

    static Account of(Notification notification) {
        return new Account(notification.recipientIssuer(), notification.recipientSubject());
    }
}
