-- What is looked for hourly because its words may have been kept for long enough.
create index rating_by_year on rating (year, id) where member_id is not null;
create index member_review_with_reason on member_review (year, id) where cancellation_reason is not null;
create index exemption_with_reason on exemption (ended_at) where end_reason is not null;
