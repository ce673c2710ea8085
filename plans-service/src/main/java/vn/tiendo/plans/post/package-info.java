/// Who holds which role where, from when to when; a post, not a token, gives rights.
@NullMarked
package vn.tiendo.plans.post;

import org.jspecify.annotations.NullMarked;
