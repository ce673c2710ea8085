alter table plan add column forwarded_at timestamptz;
