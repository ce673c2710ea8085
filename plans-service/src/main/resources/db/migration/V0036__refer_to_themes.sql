alter table plan add column theme_ids text not null default '';
alter table plan add column allows_own_theme boolean not null default false;
