/// Carries what is in inboxes to people by e-mail, web push, SMS and Zalo: once, within caps, and with what became of
/// it.
@NullMarked
package vn.tiendo.notifications.channel;

import org.jspecify.annotations.NullMarked;
