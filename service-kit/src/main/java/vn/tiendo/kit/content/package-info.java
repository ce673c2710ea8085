/// Files under the hash of their bytes: received, looked into, kept, verified, and forgotten when nothing refers to
/// them.
@NullMarked
package vn.tiendo.kit.content;

import org.jspecify.annotations.NullMarked;
