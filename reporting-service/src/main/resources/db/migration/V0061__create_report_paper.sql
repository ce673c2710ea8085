-- What stands on the paper of a report besides its text: number, symbol, place, day, addressees, recipients, signer.
create table report_paper (
  report_id  uuid        not null constraint one_paper_per_report primary key
                         constraint report_paper_of_a_report references report (id),
  version    bigint      not null,
  edition    integer     not null,
  details    text        not null,
  written_by text        not null,
  written_at timestamptz not null
);
