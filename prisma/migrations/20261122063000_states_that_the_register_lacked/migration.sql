-- Alone, because a value of an enum can only be used after the transaction that adds it.
alter type "ApplicationState" add value 'seconding';
alter type "MembershipState" add value 'left';
