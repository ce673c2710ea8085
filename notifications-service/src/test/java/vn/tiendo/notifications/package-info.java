/// Tests of the service as a whole, and what they share.
@NullMarked
package vn.tiendo.notifications;

import org.jspecify.annotations.NullMarked;
