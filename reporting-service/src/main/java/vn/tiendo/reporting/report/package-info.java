/// Reports that organisations owe: expected, written, handed in, passed on, accepted or returned.
@NullMarked
package vn.tiendo.reporting.report;

import org.jspecify.annotations.NullMarked;
