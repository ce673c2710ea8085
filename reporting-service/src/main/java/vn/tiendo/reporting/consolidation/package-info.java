/// A superior's report, made of the accepted reports of its units: figures added up by the rule of each
/// indicator, words with the name of who wrote them, and every gap by name.
@NullMarked
package vn.tiendo.reporting.consolidation;

import org.jspecify.annotations.NullMarked;
