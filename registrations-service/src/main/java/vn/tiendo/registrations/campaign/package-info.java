/// Campaigns: obligations to register that an issued plan opens, and the organisations that owe them.
@NullMarked
package vn.tiendo.registrations.campaign;

import org.jspecify.annotations.NullMarked;
