/// What was held and recorded: study sessions, meetings, inspections.
@NullMarked
package vn.tiendo.plans.activity;

import org.jspecify.annotations.NullMarked;
