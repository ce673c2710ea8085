/// When to remind and whom: ladders around the last on-time day, kept per organisation and inherited down the tree.
@NullMarked
package vn.tiendo.notifications.policy;

import org.jspecify.annotations.NullMarked;
