/// Refusals: a domain problem carries a code and named arguments, one mapper turns it into an RFC 9457 answer.
@NullMarked
package vn.tiendo.kit.problem;

import org.jspecify.annotations.NullMarked;
