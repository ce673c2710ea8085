-- One more kind of things passes on; what is under way looks through all kinds again, which repeats nothing.
update succession set passed_on = 0 where completed_at is null;
