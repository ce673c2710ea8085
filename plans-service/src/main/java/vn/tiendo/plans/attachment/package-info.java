/// The files that belong to a plan: originals, scans and annexes, kept by their hash.
@NullMarked
package vn.tiendo.plans.attachment;

import org.jspecify.annotations.NullMarked;
