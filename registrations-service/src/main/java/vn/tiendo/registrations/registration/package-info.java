/// Registrations: one per member and campaign, from the roster to acceptance.
@NullMarked
package vn.tiendo.registrations.registration;

import org.jspecify.annotations.NullMarked;
