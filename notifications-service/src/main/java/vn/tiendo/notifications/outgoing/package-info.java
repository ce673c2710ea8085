/// Calls to addresses that others have registered: pinned, never inside the network, never followed elsewhere; and the
/// pauses between attempts.
@NullMarked
package vn.tiendo.notifications.outgoing;

import org.jspecify.annotations.NullMarked;
