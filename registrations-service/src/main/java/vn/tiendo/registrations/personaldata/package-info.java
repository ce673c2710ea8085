/// What the law gives a person over its data: to see it, to have it corrected, restricted or erased, and to
/// learn who saw it.
@NullMarked
package vn.tiendo.registrations.personaldata;

import org.jspecify.annotations.NullMarked;
