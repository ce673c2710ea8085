/// What providers of messages have agreed to: contracts of organisations with their dates and daily quotas, and the
/// templates that a provider has approved.
@NullMarked
package vn.tiendo.notifications.provider;

import org.jspecify.annotations.NullMarked;
