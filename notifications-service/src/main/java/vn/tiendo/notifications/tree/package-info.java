/// What other services say of organisations, posts and the calendar, taken over as it is.
@NullMarked
package vn.tiendo.notifications.tree;

import org.jspecify.annotations.NullMarked;
