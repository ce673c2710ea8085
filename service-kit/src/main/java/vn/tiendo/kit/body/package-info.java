/// How large a request may be: little everywhere, more where a feature says so.
@NullMarked
package vn.tiendo.kit.body;

import org.jspecify.annotations.NullMarked;
