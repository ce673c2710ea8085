/// What carries a message beside the inbox, and when: the wishes of people within what their organisations set.
@NullMarked
package vn.tiendo.notifications.preference;

import org.jspecify.annotations.NullMarked;
