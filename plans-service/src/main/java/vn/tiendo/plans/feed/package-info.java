/// Calendar feeds: what an organisation or a person owes by which day, for calendar programs that subscribe to it.
@NullMarked
package vn.tiendo.plans.feed;

import org.jspecify.annotations.NullMarked;
