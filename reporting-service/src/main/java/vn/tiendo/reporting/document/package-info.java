/// Reports and plans as papers in the official form: Word, PDF and Excel from one model, laid out by the rule in force.
@NullMarked
package vn.tiendo.reporting.document;

import org.jspecify.annotations.NullMarked;
