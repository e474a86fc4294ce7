-- Once a register stands, neither its terms nor its parts change. Its conditions and its values are held already.
create function fixed_register() returns trigger language plpgsql as $$
begin
  if old."frozenAt" is not null then
    raise exception 'this register stands and can no longer change' using errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
create trigger fixed_register before update or delete on "Register" for each row execute function fixed_register();
create trigger frozen_part before update or delete on "Part" for each row execute function frozen_condition();
