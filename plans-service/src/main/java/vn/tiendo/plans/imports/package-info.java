/// Turns a document that somebody sends into a reviewed draft of a plan.
@NullMarked
package vn.tiendo.plans.imports;

import org.jspecify.annotations.NullMarked;
