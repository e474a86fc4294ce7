-- CreateTable
CREATE TABLE "AgreementTerms" (
    "agreementId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "pinnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AgreementTerms_pkey" PRIMARY KEY ("agreementId")
);

-- AddForeignKey
ALTER TABLE "AgreementTerms" ADD CONSTRAINT "AgreementTerms_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "Agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What both sides sign stays as it was drawn up.
create trigger only_added before update or delete or truncate on "AgreementTerms" for each statement execute function only_added();
create function fixed_when_signed() returns trigger language plpgsql as $$
begin
  if old."buyerSignedAt" is not null and new."buyerSignedAt" is distinct from old."buyerSignedAt"
    or old."supplierSignedAt" is not null and new."supplierSignedAt" is distinct from old."supplierSignedAt" then
    raise exception 'a signature can no longer change' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger fixed_when_signed before update on "Agreement" for each row execute function fixed_when_signed();
