/// Members: who they are, where they belong and since when, and how they are reached.
@NullMarked
package vn.tiendo.registrations.member;

import org.jspecify.annotations.NullMarked;
