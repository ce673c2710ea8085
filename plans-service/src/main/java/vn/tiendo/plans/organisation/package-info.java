/// The dated tree of organisations: who stands under whom, from when to when.
@NullMarked
package vn.tiendo.plans.organisation;

import org.jspecify.annotations.NullMarked;
