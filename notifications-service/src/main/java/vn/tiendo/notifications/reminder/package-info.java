/// Reminders: planned when something is owed, cancelled when it is not, fired once, to whoever holds the post
/// that day.
@NullMarked
package vn.tiendo.notifications.reminder;

import org.jspecify.annotations.NullMarked;
