/// Which account belongs to a member, and the language to write to it in.
@NullMarked
package vn.tiendo.notifications.contact;

import org.jspecify.annotations.NullMarked;
