/// A minimal service made of nothing but the kit, so that the kit is tested the way services use it.
@NullMarked
package vn.tiendo.kit.sample;

import org.jspecify.annotations.NullMarked;
