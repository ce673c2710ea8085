/// Exemplars: nominated collectives, persons and models on their way upward, and the roll of good deeds.
@NullMarked
package vn.tiendo.registrations.exemplar;

import org.jspecify.annotations.NullMarked;
