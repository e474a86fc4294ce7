-- Until somebody has said who a service is for, its youngest age is nought; such a version cannot be sent.
alter table "ServiceVersion" drop constraint "ages_in_order";
alter table "ServiceVersion" add constraint "ages_in_order"
  check ((("minAge" = 0 and "submittedAt" is null) or "minAge" between 10 and 110)
    and ("maxAge" is null or "maxAge" between greatest("minAge", 10) and 120));
