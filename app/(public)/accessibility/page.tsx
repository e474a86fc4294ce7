import type { Metadata } from "next";
import { PageHeader, Prose } from "@/components/ui/page";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <>
      <PageHeader
        title="Accessibility"
        lead="Throughcare should work for everyone who needs it. This page says how far it does."
      />
      <Prose>
        <h2>What you can do</h2>
        <ul>
          <li>use every page with a keyboard alone</li>
          <li>zoom to 400% without losing words or buttons</li>
          <li>use every page with JavaScript turned off</li>
          <li>read in light or dark colours, as your device is set</li>
          <li>use a screen reader: headings, tables, forms and errors are marked up for it</li>
        </ul>
        <h2>What we aim for, and how we check</h2>
        <p>
          We aim for level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Every page that our tests visit is
          checked by a machine, at the width of a desk and of a phone. A machine finds only some of the problems.
        </p>
        <h2>What we know is missing</h2>
        <ul>
          <li>We have not yet had an audit by people who use assistive technology every day.</li>
          <li>Pages are in English only. A Welsh version is planned: all words are kept in one place for it.</li>
        </ul>
        <h2>Tell us</h2>
        <p>If something does not work for you, tell the steward who runs this register. They will answer you.</p>
      </Prose>
    </>
  );
}
