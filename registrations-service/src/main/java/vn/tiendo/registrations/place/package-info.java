/// The organisations, posts and working days that plans-service tells of.
@NullMarked
package vn.tiendo.registrations.place;

import org.jspecify.annotations.NullMarked;
