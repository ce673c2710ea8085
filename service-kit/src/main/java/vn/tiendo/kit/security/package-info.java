/// Who is calling: issuer and subject of the token, and the posts that person holds.
@NullMarked
package vn.tiendo.kit.security;

import org.jspecify.annotations.NullMarked;
