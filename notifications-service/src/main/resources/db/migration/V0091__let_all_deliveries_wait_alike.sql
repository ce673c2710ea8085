-- Whether a delivery is held is said by its webhook alone: one written while the webhook was enabled stayed held for ever.
update webhook_delivery set status = 'PENDING', attempts = 0, next_attempt_at = now() where status = 'HELD';
drop index webhook_delivery_held;
