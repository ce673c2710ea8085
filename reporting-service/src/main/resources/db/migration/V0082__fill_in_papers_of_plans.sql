-- What a clerk fills in stands on papers of plans too. `document_id` is that of a report or of a plan.
alter table report_paper drop constraint report_paper_of_a_report;
alter table report_paper rename to filled_in_paper;
alter table filled_in_paper rename column report_id to document_id;
alter table filled_in_paper rename constraint one_paper_per_report to one_filling_per_paper;
