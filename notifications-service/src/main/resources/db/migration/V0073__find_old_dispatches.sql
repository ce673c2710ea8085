-- What may be forgotten one day: neither mandatory nor still waiting.
create index dispatch_by_age on dispatch (created_at, id) where not mandatory and state <> 'PLANNED';
