/// How people are reached: the accounts and addresses of members, what accounts add themselves, and what does not work.
@NullMarked
package vn.tiendo.notifications.contact;

import org.jspecify.annotations.NullMarked;
