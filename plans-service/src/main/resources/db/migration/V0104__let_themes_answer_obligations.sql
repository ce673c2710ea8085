alter table theme
  add column obligation_id uuid constraint own_theme_answers_an_obligation references obligation,
  add constraint own_theme_alone_answers_an_obligation check (obligation_id is null or scope = 'OWN');
create index theme_by_obligation on theme (obligation_id) where obligation_id is not null;
