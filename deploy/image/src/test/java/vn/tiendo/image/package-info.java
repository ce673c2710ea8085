/// Builds images of a made-up service and reads back what is in them.
@NullMarked
package vn.tiendo.image;

import org.jspecify.annotations.NullMarked;
