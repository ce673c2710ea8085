-- What persons are asked to consent to, word by word. A version is never changed: what somebody consented to stays readable.
create table consent_text (
  id            uuid    not null constraint consent_text_key primary key,
  purpose       text    not null,
  number        integer not null,
  in_force_from date    not null,
  text_vi       text    not null,
  text_en       text    not null,
  constraint one_consent_text_per_number unique (purpose, number),
  constraint one_consent_text_per_day unique (purpose, in_force_from)
);

insert into consent_text (id, purpose, number, in_force_from, text_vi, text_en) values
  ('00000000-0000-7000-8000-000000000801', 'PHONE_MESSAGES', 1, '2020-01-01',
   'Tôi đồng ý để tổ chức dùng số điện thoại tôi đã khai để gửi nhắc hạn và thông báo qua tin nhắn SMS và Zalo. Nhà mạng và Zalo nhận số điện thoại và lời nhắn; lời nhắn không nêu nội dung bản đăng ký, kết quả xếp loại hay lý do miễn. Nếu không đồng ý, tôi vẫn nhận thông báo trong hệ thống. Tôi có thể rút lại sự đồng ý bất cứ lúc nào, trong hệ thống hoặc qua chi bộ; việc rút lại không ảnh hưởng đến những gì đã làm trước đó.',
   'I agree that the organisation uses the telephone number I have given to send me reminders and notices by SMS and Zalo. The operator and Zalo receive the number and the message; a message tells nothing of my registration, my rating or the ground of an exemption. Without my consent I still get notices in the system. I may withdraw my consent at any time, in the system or through my cell; that does not affect what was done before.'),
  ('00000000-0000-7000-8000-000000000802', 'PORTRAIT_PUBLICATION', 1, '2020-01-01',
   'Tôi đồng ý để tổ chức công bố ảnh chân dung của tôi cùng với việc làm được tuyên dương, trên trang tin của tổ chức và tài liệu tuyên truyền. Nếu không đồng ý, việc đề nghị và tuyên dương không bị ảnh hưởng. Tôi có thể rút lại sự đồng ý bất cứ lúc nào, trong hệ thống hoặc qua chi bộ; khi đó ảnh không được công bố thêm nữa.',
   'I agree that the organisation publishes my portrait together with what I am commended for, on its website and in its printed matter. Without my consent, nomination and commendation are not affected. I may withdraw my consent at any time, in the system or through my cell; from then on the portrait is not published any further.');

-- Every act of consenting and withdrawing, one row each; the last one of a person and purpose counts.
create table consent (
  id          uuid        not null constraint consent_key primary key,
  member_id   uuid        not null constraint consent_is_of_a_member references member,
  purpose     text        not null,
  act         text        not null,
  text_number integer     not null,
  channel     text        not null,
  acted_on    date        not null,
  recorded_at timestamptz not null,
  recorded_by text        not null,
  evidence    text,
  constraint consent_is_to_a_text foreign key (purpose, text_number) references consent_text (purpose, number)
);
create index consent_by_member on consent (member_id, purpose, recorded_at, id);

-- Proof is worth what nobody can rewrite. An erasure takes away where the paper lies, and nothing else.
create function refuse_change_of_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'consent' then
    if new.evidence is null and to_jsonb(new) - 'evidence' = to_jsonb(old) - 'evidence' then
      return new;
    end if;
  end if;
  raise exception 'consents and their texts are only ever added';
end $$;
create trigger consent_is_only_added before update or delete on consent
  for each row execute function refuse_change_of_consent();
create trigger consent_text_is_only_added before update or delete on consent_text
  for each row execute function refuse_change_of_consent();

-- Whether the number may be told to those who send messages; nobody has been asked yet.
alter table member add column phone_allowed boolean not null default false;
