-- Each webhook is looked at on its own, so that the backlog of one hides nobody's messages.
drop index webhook_delivery_due;
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, id) where status = 'PENDING';
create index webhook_delivery_failing on webhook_delivery (webhook_id) where status = 'PENDING' and attempts > 0;
