/// What has been put before a person: own notifications, their acknowledgement, and the stream of new ones.
@NullMarked
package vn.tiendo.notifications.inbox;

import org.jspecify.annotations.NullMarked;
