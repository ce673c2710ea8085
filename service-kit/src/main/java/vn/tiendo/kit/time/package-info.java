/// Business time, the one zone that turns moments into days, and identifiers that sort by time.
@NullMarked
package vn.tiendo.kit.time;

import org.jspecify.annotations.NullMarked;
