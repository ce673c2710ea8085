/// The words of what is sent: shipped ones, and those that organisations write for themselves and all below them.
@NullMarked
package vn.tiendo.notifications.template;

import org.jspecify.annotations.NullMarked;
