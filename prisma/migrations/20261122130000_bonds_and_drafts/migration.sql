-- Alone, because a value of an enum can only be used after the transaction that adds it.
alter type "Instrument" add value 'bond';
alter type "AgreementState" add value 'drafting' before 'signed';
