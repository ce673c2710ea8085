/// How large a request may be: little everywhere, more where a feature says so.
@NullMarked
package vn.tiendo.plans.body;

import org.jspecify.annotations.NullMarked;
