/// Starts every part of the system on one machine, watches them, and stops them all, whatever ends it.
@NullMarked
package vn.tiendo.launcher;

import org.jspecify.annotations.NullMarked;
