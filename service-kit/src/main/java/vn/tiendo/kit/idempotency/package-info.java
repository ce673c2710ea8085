/// A repeated request with the same key gets the first answer, kept in the transaction of its effect.
@NullMarked
package vn.tiendo.kit.idempotency;

import org.jspecify.annotations.NullMarked;
