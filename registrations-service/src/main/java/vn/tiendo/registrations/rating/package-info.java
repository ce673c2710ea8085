/// Year-end rating: peer groups, scores, proposals and decisions, in the order and under the cap of the regulation in
/// force.
@NullMarked
package vn.tiendo.registrations.rating;

import org.jspecify.annotations.NullMarked;
