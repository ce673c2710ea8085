/// The engines are started for real.
@NullMarked
package vn.tiendo.engines;

import org.jspecify.annotations.NullMarked;
