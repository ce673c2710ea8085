create index post_by_deputised on post (deputy_of) where deputy_of is not null;
