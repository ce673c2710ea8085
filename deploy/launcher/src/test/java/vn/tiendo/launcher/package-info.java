/// The launcher with children that are cheap to start, and with the real engines where these matter.
@NullMarked
package vn.tiendo.launcher;

import org.jspecify.annotations.NullMarked;
