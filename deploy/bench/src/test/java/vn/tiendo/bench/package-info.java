/// The arithmetic of the bench; the bench itself runs by hand.
@NullMarked
package vn.tiendo.bench;

import org.jspecify.annotations.NullMarked;
