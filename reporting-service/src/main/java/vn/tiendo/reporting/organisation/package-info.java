/// Where the organisations that others tell of stand in the tree.
@NullMarked
package vn.tiendo.reporting.organisation;

import org.jspecify.annotations.NullMarked;
