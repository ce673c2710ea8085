/// What comes in from the topics: one handler per topic, each passing the newest states on to those who need them.
@NullMarked
package vn.tiendo.reporting.intake;

import org.jspecify.annotations.NullMarked;
