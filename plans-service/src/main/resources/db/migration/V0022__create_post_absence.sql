create table post_absence (
  id          uuid not null constraint post_absence_key primary key,
  post_id     uuid not null constraint absence_is_of_a_post references post,
  absent_from date not null,
  absent_to   date not null,
  reason      text,
  constraint absence_ends_after_it_begins check (absent_to >= absent_from),
  constraint one_absence_per_start unique (post_id, absent_from)
);
