/// Member reviews ("kiểm điểm"): who was reviewed before which cell and when, and who is still missing in a year.
@NullMarked
package vn.tiendo.registrations.review;

import org.jspecify.annotations.NullMarked;
