/// What reports there are: names, days by which campaigns want them, windows that the law names, and templates that say
/// what a report consists of, how its figures are checked, and how they add up.
@NullMarked
package vn.tiendo.reporting.regime;

import org.jspecify.annotations.NullMarked;
