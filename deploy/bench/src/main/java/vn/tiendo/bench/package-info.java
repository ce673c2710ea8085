/// How many registrations a running system takes, how fast, at what cost, and what the database alone would take.
@NullMarked
package vn.tiendo.bench;

import org.jspecify.annotations.NullMarked;
