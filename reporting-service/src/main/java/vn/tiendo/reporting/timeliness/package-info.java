/// How complete and how punctual organisations were in a period, and who was late.
@NullMarked
package vn.tiendo.reporting.timeliness;

import org.jspecify.annotations.NullMarked;
