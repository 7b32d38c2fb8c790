-- A version gets its number when it is posted, so that residents count 1, 2, 3 although drafts were dropped between.
alter table app.fee_board
  alter column version drop not null,
  add constraint fee_board_posted_is_whole
    check (state <> 'posted' or (version is not null and posted_at is not null)),
  add column shown_since date;        -- the first version alone: how long its paper has hung in the community already
create unique index fee_board_own_draft on app.fee_board (community_id, drafted_by) where state in ('draft', 'reviewed');

-- Each item of each posted version with the days over which it may be charged, half-open: until the next version takes over.
-- Row-level security is that of whoever asks.
create view app.fee_item_in_force with (security_invoker = true) as
select item.community_id, item.fee_item_id, item.board_id, board.contract_id, board.version, item.code, item.name, item.kind,
  item.tier, item.per, item.price_e4, item.price_most_e4, item.unit_words, item.basis_words, item.is_common,
  board.from_on, board.until_on
from (
  select b.community_id, b.board_id, b.contract_id, b.version, b.effective_from as from_on,
    lead(b.effective_from) over (partition by b.community_id order by b.effective_from) as until_on
  from app.fee_board b
  where b.state = 'posted'
) board
join app.fee_item item on item.community_id = board.community_id and item.board_id = board.board_id;
grant select on app.fee_item_in_force to mingju_app;
