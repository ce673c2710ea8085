-- On which days the holder of a post is away, so that its deputies are told.
create table post_absence (
  post_id   uuid not null,
  away_from date not null,
  away_to   date not null,
  constraint post_absence_key primary key (post_id, away_from)
);
