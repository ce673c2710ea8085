/// Journeys through the whole system: every process real, every request through the gateway.
@NullMarked
package vn.tiendo.journeys;

import org.jspecify.annotations.NullMarked;
