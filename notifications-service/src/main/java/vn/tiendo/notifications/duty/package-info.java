/// What organisations and members still owe, and by which day, as far as other services have said.
@NullMarked
package vn.tiendo.notifications.duty;

import org.jspecify.annotations.NullMarked;
