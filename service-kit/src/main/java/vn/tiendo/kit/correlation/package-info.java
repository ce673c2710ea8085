/// One id ties an answer, its log lines, its audit records and its events together.
@NullMarked
package vn.tiendo.kit.correlation;

import org.jspecify.annotations.NullMarked;
