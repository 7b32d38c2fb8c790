-- The paper behind a posted board hangs with it: strangers may open the file that a posted version names, and no other.
create policy published on app.file for select using (
  community_id = (select app.public_community())
  and state = 'checked'
  and exists (select from app.fee_board board
    where board.community_id = file.community_id and board.basis_file_id = file.file_id and board.state = 'posted')
);
