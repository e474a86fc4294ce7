/** How alike two names must be to be shown, from 0 to 1 (trigrams). Lower shows too many, higher misses a changed word. */
export const ALIKE = 0.55;

/** Domains where anybody gets an address, so that sharing one says nothing. */
const freeHosts = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "outlook.co.uk",
  "hotmail.com",
  "hotmail.co.uk",
  "live.com",
  "live.co.uk",
  "msn.com",
  "yahoo.com",
  "yahoo.co.uk",
  "ymail.com",
  "icloud.com",
  "me.com",
  "mac.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "btinternet.com",
  "btopenworld.com",
  "sky.com",
  "talktalk.net",
  "virginmedia.com",
  "ntlworld.com",
  "gmx.com",
  "gmx.co.uk",
  "mail.com",
  "zoho.com",
  "facebook.com",
  "linktr.ee",
  "wixsite.com",
  "wordpress.com",
]);

/** The host of a web address without www, in lower case; null when there is none, or when it is shared by everybody. */
export function hostOf(website: string | null): string | null {
  if (!website || !URL.canParse(website)) return null;
  return owned(new URL(website).hostname.replace(/^www\./, ""));
}

/** The domain of an e-mail address, unless anybody can have an address there. */
export const mailDomainOf = (email: string | null): string | null => owned(email?.split("@").at(-1) ?? "");

function owned(host: string): string | null {
  const name = host.toLowerCase();
  return name === "" || [...freeHosts].some((free) => name === free || name.endsWith(`.${free}`)) ? null : name;
}

/** The letters and digits of a number, so that one written with spaces or under another scheme is still the same. */
export const bareNumber = (value: string) =>
  value
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^0+/, "");
