/// Imports: a table is stored as it came, its rows are taken in batch by batch, and each tells what became of it.
@NullMarked
package vn.tiendo.kit.intake;

import org.jspecify.annotations.NullMarked;
