/// When to remind: the rungs of a ladder around the last on-time day.
@NullMarked
package vn.tiendo.notifications.policy;

import org.jspecify.annotations.NullMarked;
