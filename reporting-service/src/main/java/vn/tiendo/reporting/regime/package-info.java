/// What reports there are: names, days by which campaigns want them, windows that the law names.
@NullMarked
package vn.tiendo.reporting.regime;

import org.jspecify.annotations.NullMarked;
