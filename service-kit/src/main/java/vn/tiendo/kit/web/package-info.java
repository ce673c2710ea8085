/// What every HTTP interface here has in common: entity tags, keyset pages, OpenAPI defaults.
@NullMarked
package vn.tiendo.kit.web;

import org.jspecify.annotations.NullMarked;
