/// The page on which people look at progress: static files, which call the interface with the reader's own token.
@NullMarked
package vn.tiendo.reporting.board;

import org.jspecify.annotations.NullMarked;
