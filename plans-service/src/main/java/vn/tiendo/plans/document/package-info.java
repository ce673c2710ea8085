/// The parts of an official document: what it rests on and cites, whom it addresses, who signs it and for whom.
@NullMarked
package vn.tiendo.plans.document;

import org.jspecify.annotations.NullMarked;
