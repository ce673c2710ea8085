/// The themes of study: of a whole term, of a year, and those that a unit chooses for itself where a plan allows it.
@NullMarked
package vn.tiendo.plans.theme;

import org.jspecify.annotations.NullMarked;
