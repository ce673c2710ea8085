/// Who owes what: one obligation of one organisation for one occurrence, and what has fulfilled it.
@NullMarked
package vn.tiendo.plans.assignment;

import org.jspecify.annotations.NullMarked;
