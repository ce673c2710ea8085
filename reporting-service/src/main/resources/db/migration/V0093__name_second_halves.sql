-- A six-month report of a second half is one of the sort that the law names; those that are begun go on as they are.
update report set form = 'SECOND_HALF'
 where kind = 'PERIODIC_REPORT' and form = 'SIX_MONTH' and occurrence ~ '-H2$' and template_id is null;
