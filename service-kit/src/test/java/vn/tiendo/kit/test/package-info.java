/// What tests of all services stand on: real engines, signed tokens, a clock that can be set, and contract checks.
@NullMarked
package vn.tiendo.kit.test;

import org.jspecify.annotations.NullMarked;
