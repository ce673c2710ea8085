/// The working calendar that every service keeps, and pure functions on it.
@NullMarked
package vn.tiendo.kit.workingcalendar;

import org.jspecify.annotations.NullMarked;
