/// Facts of other services that reports are filled with: kept from events, summed along the tree, open to the last one.
@NullMarked
package vn.tiendo.reporting.fact;

import org.jspecify.annotations.NullMarked;
