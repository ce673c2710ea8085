/// Who changed what, when and in which post: appended with the change, sealed into a hash chain afterwards.
@NullMarked
package vn.tiendo.kit.audit;

import org.jspecify.annotations.NullMarked;
