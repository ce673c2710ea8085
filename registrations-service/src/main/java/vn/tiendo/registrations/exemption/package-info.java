/// Exemptions: who owes no registration, by the rule of the plan or by a decision of the cell.
@NullMarked
package vn.tiendo.registrations.exemption;

import org.jspecify.annotations.NullMarked;
