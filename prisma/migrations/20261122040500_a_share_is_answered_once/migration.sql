-- A funder answers for its share once: what was approved or refused stays so.
create trigger allowed_move before update of "state" on "Funder" for each row execute function allowed_move('approval');

insert into "AllowedMove" ("subject", "from", "to") values
  ('approval', 'waiting', 'approved'), ('approval', 'waiting', 'refused');
