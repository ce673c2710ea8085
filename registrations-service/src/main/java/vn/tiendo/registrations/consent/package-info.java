/// What persons consented to: for which purpose, in which words, when and how; withdrawn as easily as given.
@NullMarked
package vn.tiendo.registrations.consent;

import org.jspecify.annotations.NullMarked;
