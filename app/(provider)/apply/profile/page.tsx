import { notFound } from "next/navigation";
import { ProfileForm } from "@/components/register/provider/profile-form";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { vcseWords } from "@/lib/reference/words";
import { mayWrite } from "@/lib/register/profile/policy";
import { findProfile } from "@/lib/register/profile/queries";
import { vcseAtFirst } from "@/lib/register/profile/rules";
import { saveOwnProfile } from "../actions";

export const metadata = { title: "Your organisation" };

export default async function ProfilePage() {
  const actor = await requireMember("provider");
  const profile = (await findProfile(actor)) ?? notFound();
  if (!mayWrite(actor, actor)) notFound();
  const { organisationTypes } = await reference();
  const type = organisationTypes.find(profile.typeCode ?? "");

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        caption={profile.name}
        title="Your organisation"
        lead={<p>Buyers read this beside your services. Change it on any day.</p>}
      />
      <ProfileForm
        action={saveOwnProfile}
        profile={profile}
        vcse={vcseAtFirst(type?.vcse)}
        vcseHint={type ? `${type.name}: ${vcseWords[type.vcse].toLowerCase()}.` : ""}
      />
    </>
  );
}
