/// What a plan demands: the kind, who owes it as a predicate over the tree, and how it is counted.
@NullMarked
package vn.tiendo.plans.obligation;

import org.jspecify.annotations.NullMarked;
