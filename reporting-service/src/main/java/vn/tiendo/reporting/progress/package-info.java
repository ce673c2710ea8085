/// How far each organisation and everything below it has come, kept up to date as events arrive.
@NullMarked
package vn.tiendo.reporting.progress;

import org.jspecify.annotations.NullMarked;
