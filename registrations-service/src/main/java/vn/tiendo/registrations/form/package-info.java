/// Forms: what a registration asks for, as versioned data that a JSON Schema is made from.
@NullMarked
package vn.tiendo.registrations.form;

import org.jspecify.annotations.NullMarked;
