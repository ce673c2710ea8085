/** The one host in front of the services on one machine, driven by the route files of a cluster. */
@NullMarked
package vn.tiendo.gateway;

import org.jspecify.annotations.NullMarked;
