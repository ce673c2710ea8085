/// PostgreSQL and Kafka as part of one Java process, for `deploy/run` and for tests; never part of a deployed service.
@NullMarked
package vn.tiendo.engines;

import org.jspecify.annotations.NullMarked;
