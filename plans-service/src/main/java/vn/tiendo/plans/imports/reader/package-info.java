/// Reads a document as clerks write it into its identity and what it demands, each with the words it comes from.
@NullMarked
package vn.tiendo.plans.imports.reader;

import org.jspecify.annotations.NullMarked;
