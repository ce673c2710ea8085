/// Lists and tables as files, written row by row while they are read.
@NullMarked
package vn.tiendo.reporting.export;

import org.jspecify.annotations.NullMarked;
