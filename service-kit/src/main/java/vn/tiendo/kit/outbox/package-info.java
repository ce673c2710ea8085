/// Events leave a service through a table written in the business transaction and relayed in order.
@NullMarked
package vn.tiendo.kit.outbox;

import org.jspecify.annotations.NullMarked;
