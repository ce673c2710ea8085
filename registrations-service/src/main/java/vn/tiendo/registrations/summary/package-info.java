/// Summaries: how many owe, have submitted and are accepted, per unit and up the tree, without ever recounting.
@NullMarked
package vn.tiendo.registrations.summary;

import org.jspecify.annotations.NullMarked;
