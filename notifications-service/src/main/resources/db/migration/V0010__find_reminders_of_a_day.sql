-- Serves previews: what fires on a day, whether it has fired already or not.
create index reminder_of_a_day on reminder (fires_at, duty_id) where status in ('PLANNED', 'FIRED', 'UNADDRESSED');
