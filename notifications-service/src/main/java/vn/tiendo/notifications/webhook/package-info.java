/// Tells other systems of events over HTTP, by Standard Webhooks 1.0.0: signed, retried over days, nothing lost
/// meanwhile.
@NullMarked
package vn.tiendo.notifications.webhook;

import org.jspecify.annotations.NullMarked;
