/// Background work that exactly one replica of a service does at a time.
@NullMarked
package vn.tiendo.kit.leader;

import org.jspecify.annotations.NullMarked;
