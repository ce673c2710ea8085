/// Reads a deadline as the document words it into occurrences with their first instant that is too late.
@NullMarked
package vn.tiendo.plans.deadline;

import org.jspecify.annotations.NullMarked;
