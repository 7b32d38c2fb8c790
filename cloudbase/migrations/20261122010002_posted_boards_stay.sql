-- What was posted stays as it was posted: bills and residents point at it. A change is a new version.
create function app.refuse_change_of_posted_board() returns trigger language plpgsql as $$
begin
  raise exception 'a posted fee board does not change' using errcode = 'restrict_violation';
end $$;
create trigger posted_stays before update or delete on app.fee_board
  for each row when (old.state = 'posted') execute function app.refuse_change_of_posted_board();

create function app.refuse_change_of_posted_item() returns trigger language plpgsql as $$
begin
  if exists (
    select from app.fee_board board
    where board.community_id = old.community_id and board.board_id = old.board_id and board.state = 'posted'
  ) then
    raise exception 'a posted fee board does not change' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger posted_stays before update or delete on app.fee_item
  for each row execute function app.refuse_change_of_posted_item();
