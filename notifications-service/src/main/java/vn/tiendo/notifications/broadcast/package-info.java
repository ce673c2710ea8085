/// Messages that officers and leaders write to a whole subtree: counted, tried, scheduled, sent once to each.
@NullMarked
package vn.tiendo.notifications.broadcast;

import org.jspecify.annotations.NullMarked;
