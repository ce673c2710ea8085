-- Deleting a draft asks who refers to it.
create index plan_by_earlier_year on plan (rolled_from_id) where rolled_from_id is not null;
create index plan_by_amendment on plan (superseded_by_id) where superseded_by_id is not null;
create index plan_import_by_plan on plan_import (plan_id) where plan_id is not null;
create index theme_by_plan on theme (plan_id) where plan_id is not null;
