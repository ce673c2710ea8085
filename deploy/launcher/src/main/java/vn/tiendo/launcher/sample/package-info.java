/// Loads the sample campaign through the gateway, as its users would.
@NullMarked
package vn.tiendo.launcher.sample;

import org.jspecify.annotations.NullMarked;
