-- A post that ended before its first day has no days at all. Hashes stand for the names of place, role and holder,
-- because an index over ranges takes no text without an extension.
alter table post add constraint a_holder_has_a_post_once_at_a_time exclude using gist (
  int8range(hashtextextended(organisation_id::text || ' ' || role || ' ' || holder_issuer || ' ' || holder_subject, 0),
            hashtextextended(organisation_id::text || ' ' || role || ' ' || holder_issuer || ' ' || holder_subject, 0),
            '[]') with &&,
  (case when valid_to < valid_from then 'empty'::daterange else daterange(valid_from, valid_to, '[]') end) with &&
);
