/// The projection of organisations and posts that every service keeps, and the reach that follows from it.
@NullMarked
package vn.tiendo.kit.reach;

import org.jspecify.annotations.NullMarked;
