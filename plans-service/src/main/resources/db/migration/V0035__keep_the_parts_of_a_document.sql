alter table plan add column document text not null default '{}';
alter table plan add column signer_form text;
