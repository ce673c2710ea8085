-- A rating that was opened by mistake, or of what is no more, is set aside for a reason; who never scores itself is appraised
-- for one.
alter table rating
  add column cancellation_reason  text,
  add column no_self_score_reason text,
  add constraint cancelled_rating_is_set_aside check (cancellation_reason is null or set_aside_at is not null);
