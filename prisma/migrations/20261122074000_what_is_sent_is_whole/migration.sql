-- A service that was sent for review says what it is, what comes of it and where it works.
alter table "ServiceVersion" add constraint "sent_whole" check (
  "submittedAt" is null
  or ("title" <> '' and cardinality("outcomeCodes") > 0 and cardinality("placeCodes") > 0)
);

-- A question that has its answer stays as it is, and no question is taken back.
create function answered_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old."repliedAt" is not null then
    raise exception 'this question can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger answered_once before update or delete on "AnswerQuery" for each row execute function answered_once();
alter table "AnswerQuery" add constraint "replied_by_someone" check (
  ("repliedAt" is null) = ("reply" is null)
);

-- An agreement is worth what its payment lines come to, to the penny; judged at commit.
create function agreement_adds_up() returns trigger language plpgsql as $$
declare
  agreement record;
begin
  select * into agreement from "Agreement" where "id" = coalesce(to_jsonb(new) ->> 'agreementId', to_jsonb(new) ->> 'id')::uuid;
  if agreement."valuePence" <> (select coalesce(sum("amountPence"), 0) from "PaymentLine" where "agreementId" = agreement."id")
    or agreement."vatPence" <> (select coalesce(sum("vatPence"), 0) from "PaymentLine" where "agreementId" = agreement."id") then
    raise exception 'the payment lines of agreement % do not sum to its price', agreement."reference" using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger agreement_adds_up after insert or update on "Agreement" deferrable initially deferred for each row execute function agreement_adds_up();
create constraint trigger agreement_adds_up after insert on "PaymentLine" deferrable initially deferred for each row execute function agreement_adds_up();
