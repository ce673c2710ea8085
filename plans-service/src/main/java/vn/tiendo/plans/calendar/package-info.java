/// The working calendar: which days rest and which are worked for, each with the decision it comes from.
@NullMarked
package vn.tiendo.plans.calendar;

import org.jspecify.annotations.NullMarked;
