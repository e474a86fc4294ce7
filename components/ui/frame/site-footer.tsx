import { TextLink } from "@/components/ui/button";

const ways = [
  { href: "/about", label: "About Throughcare" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/privacy", label: "Privacy" },
  { href: "/open-data", label: "Open data" },
  { href: "/health", label: "Is it working?" },
];

export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line bg-wash py-8 text-small">
      <div className="frame flex flex-wrap justify-between gap-x-12 gap-y-4">
        <nav aria-label="About this site">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {ways.map(({ href, label }) => (
              <li key={href}>
                <TextLink href={href} className="inline-block py-0.5">
                  {label}
                </TextLink>
              </li>
            ))}
          </ul>
        </nav>
        <p className="py-0.5 text-muted">Not a government service. Nothing here is legal advice.</p>
      </div>
    </footer>
  );
}
