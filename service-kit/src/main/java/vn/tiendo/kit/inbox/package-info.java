/// Events arrive at least once; the guard row written with their effect makes them count once.
@NullMarked
package vn.tiendo.kit.inbox;

import org.jspecify.annotations.NullMarked;
