create table organisation_kind (
  code      text not null constraint organisation_kind_key primary key,
  name_vi   text not null,
  name_en   text not null,
  hierarchy text not null
);

insert into organisation_kind (code, name_vi, name_en, hierarchy) values
  ('CENTRAL', 'Trung ương', 'Central committee, the root of a deployment', 'PARTY'),
  ('PROVINCE_COMMITTEE', 'Tỉnh ủy', 'Provincial party committee', 'PARTY'),
  ('CITY_COMMITTEE', 'Thành ủy (thành phố thuộc tỉnh)', 'Party committee of a city under a province', 'PARTY'),
  ('TOWN_COMMITTEE', 'Thị ủy', 'Party committee of a town (district level)', 'PARTY'),
  ('DISTRICT_COMMITTEE', 'Huyện ủy', 'Party committee of a rural district', 'PARTY'),
  ('AFFILIATED_COMMITTEE', 'Đảng ủy trực thuộc tỉnh ủy', 'Party committee directly under a province, not territorial', 'PARTY'),
  ('ADVISORY_BOARD', 'Ban tham mưu của cấp ủy', 'Advisory board of a party committee', 'PARTY'),
  ('INSPECTION_COMMISSION', 'Ủy ban Kiểm tra', 'Inspection commission of a party committee', 'PARTY'),
  ('COMMITTEE_OFFICE', 'Văn phòng cấp ủy', 'Office of a party committee', 'PARTY'),
  ('PARTY_CAUCUS', 'Ban cán sự đảng, đảng đoàn', 'Party caucus inside a state or mass body', 'PARTY'),
  ('POLITICAL_SCHOOL', 'Trường chính trị, học viện chính trị', 'Political school or academy', 'PARTY'),
  ('POLITICAL_CENTRE', 'Trung tâm chính trị cấp huyện', 'Political centre of a district-level committee', 'PARTY'),
  ('PRESS_AGENCY', 'Báo đảng', 'Newspaper of a party committee', 'PARTY'),
  ('GRASSROOTS_COMMITTEE', 'Đảng bộ cơ sở', 'Grassroots party organisation with a committee', 'PARTY'),
  ('GRASSROOTS_CELL', 'Chi bộ cơ sở', 'Grassroots party cell directly under a district-level or provincial committee', 'PARTY'),
  ('CELL', 'Chi bộ trực thuộc đảng bộ cơ sở', 'Party cell under a grassroots party organisation', 'PARTY'),
  ('PEOPLES_COMMITTEE', 'Ủy ban nhân dân', 'People''s committee of any level', 'STATE'),
  ('DEPARTMENT', 'Sở, ban, ngành, phòng', 'Department of a people''s committee', 'STATE'),
  ('BROADCASTER', 'Đài phát thanh và truyền hình', 'Radio and television station', 'STATE'),
  ('INFORMATION_PORTAL', 'Cổng thông tin điện tử', 'Information portal', 'STATE'),
  ('MEDIA_CENTRE', 'Trung tâm văn hóa, thông tin (truyền thông) và thể thao', 'Centre for culture, information and sports', 'STATE'),
  ('FATHERLAND_FRONT', 'Mặt trận Tổ quốc Việt Nam', 'Fatherland Front', 'MASS'),
  ('MASS_ORGANISATION', 'Tổ chức chính trị - xã hội', 'Socio-political mass organisation', 'MASS'),
  ('PROFESSIONAL_ASSOCIATION', 'Hội nghề nghiệp', 'Professional association', 'MASS'),
  ('MAGAZINE', 'Tạp chí, bản tin', 'Magazine or bulletin', 'MASS');

create sequence organisation_number;

create table organisation (
  id         uuid   not null constraint organisation_key primary key,
  version    bigint not null,
  code       text   not null,
  name       text   not null,
  kind       text   not null constraint organisation_has_a_known_kind references organisation_kind,
  hierarchy  text   not null,
  parent_id  uuid   constraint organisation_stands_under_a_parent references organisation,
  path       text collate "C" not null,
  valid_from date   not null,
  valid_to   date,
  before_date_includes_named_day boolean,
  constraint one_organisation_per_code unique (code),
  constraint one_organisation_per_path unique (path)
);
create unique index one_root_per_deployment on organisation ((parent_id is null)) where parent_id is null;
create index organisation_by_kind on organisation (kind, path);

create table organisation_period (
  id              uuid not null constraint organisation_period_key primary key,
  organisation_id uuid not null constraint period_belongs_to_an_organisation references organisation,
  valid_from      date not null,
  valid_to        date,
  name            text not null,
  kind            text not null,
  parent_id       uuid,
  path            text collate "C" not null,
  constraint one_period_per_start unique (organisation_id, valid_from)
);
create index organisation_period_by_path on organisation_period (path);
